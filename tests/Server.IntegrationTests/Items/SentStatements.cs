using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>The statements that a request sends, as the log at its most talkative level tells them.</summary>
internal static class SentStatements
{
    /// <summary>How many statements name a table of the library, an activity or a revision, when the request is made a second time.</summary>
    public static async Task<int> CountAsync(TestApp app, Library library, Func<Task> request)
    {
        await request();
        await MarkAsync(app, library);
        var start = app.Server.Log.Count;
        await request();
        await MarkAsync(app, library);
        // What is read again meanwhile, such as rights or a schema that others may have changed, names none of these tables.
        string[] tables = [library.Authors, library.Books, library.Tags, library.BookTags, "directus_activity", "directus_revisions"];
        return app.Server.Log.Lines(start).Count(line => IsStatement(line) && tables.Any(table => Names(line, table)));
    }

    // The log arrives in order, so that a read of another collection ends the part that belongs to the request.
    private static async Task MarkAsync(TestApp app, Library library)
    {
        var start = app.Server.Log.Count;
        await (await app.Admin.GetAsync($"/items/{library.Notes}?aggregate[count]=*")).DataAsync();
        await Eventually.TrueAsync(() =>
            app.Server.Log.Lines(start).Any(line => IsStatement(line) && Names(line, library.Notes)), "the log has the statement that was just sent");
    }

    private static bool IsStatement(string line) => line.Contains(" Statement: ", StringComparison.Ordinal);

    private static bool Names(string line, string table) => line.Contains($"\"{table}\"", StringComparison.Ordinal);
}
