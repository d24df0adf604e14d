namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Every way to write that API v1.1 has, each so that nothing but the right to do it is missing.</summary>
internal static class OldWriteCalls
{
    // Its refusals over HTTP tell no codes, but that nothing was done.
    private static readonly string[] Codes = ["FORBIDDEN", "INVALID_CREDENTIALS", "INVALID_PAYLOAD", "success"];

    /// <param name="table">A table with a row 1.</param>
    /// <param name="user">A user.</param>
    /// <param name="role">A role.</param>
    /// <param name="file">A file.</param>
    /// <param name="notification">A notification of that user.</param>
    public static IEnumerable<WriteCall> Of(string table, string user, string role, string file, string notification)
    {
        var (row, column) = (new { title = "mine" }, new { column_name = "mine", data_type = "INT" });
        var rows = new { rows = new[] { new { id = 1, title = "mine" } } };
        yield return Call("Rows/CreateRow", HttpMethod.Post, $"tables/{table}/rows", row, new { table, body = row });
        yield return Call("Rows/UpdateRow", HttpMethod.Put, $"tables/{table}/rows/1", row, new { table, id = "1", body = row });
        yield return Call("Rows/UpdateRows", HttpMethod.Put, $"tables/{table}/rows", rows, new { table, body = rows });
        yield return Call("Rows/DeleteRow", HttpMethod.Delete, $"tables/{table}/rows/1", null, new { table, id = "1" });
        yield return Call("Rows/CreateBulk", HttpMethod.Post, $"tables/{table}/rows/bulk", rows, new { table, body = rows });
        yield return Call("Rows/UpdateBulk", HttpMethod.Patch, $"tables/{table}/rows/bulk", rows, new { table, body = rows });
        yield return Call("Rows/DeleteBulk", HttpMethod.Delete, $"tables/{table}/rows/bulk", rows, new { table, body = rows });
        yield return Call("Tables/CreateTable", HttpMethod.Post, "tables", new { name = "mine" }, new { body = new { name = "mine" } });
        yield return Call("Tables/UpdateTable", HttpMethod.Put, $"tables/{table}", new { hidden = 1 }, new { table, body = new { hidden = 1 } });
        yield return Call("Tables/DeleteTable", HttpMethod.Delete, $"tables/{table}", null, new { table });
        var columns = $"tables/{table}/columns";
        yield return Call("Columns/CreateColumn", HttpMethod.Post, columns, column, new { table, body = column });
        yield return Call("Columns/UpdateColumn", HttpMethod.Put, $"{columns}/title", new { comment = "mine" },
            new { table, column = "title", body = new { comment = "mine" } });
        var bulk = new { rows = new[] { new { id = "title", comment = "mine" } } };
        yield return Call("Columns/UpdateColumns", HttpMethod.Patch, $"{columns}/bulk", bulk, new { table, body = bulk });
        yield return Call("Columns/DeleteColumn", HttpMethod.Delete, $"{columns}/title", null, new { table, column = "title" });
        yield return Call("Columns/UpdateColumnOptions", HttpMethod.Put, $"{columns}/title/textinput", new { a = 1 },
            new { table, column = "title", ui = "textinput", body = new { a = 1 } });
        foreach (var call in OfFiles(file).Concat(OfAccounts(table, user, role)).Concat(OfMessages(table, user, notification))) yield return call;
    }

    private static IEnumerable<WriteCall> OfFiles(string file)
    {
        var content = new { name = "mine.txt", data = "eA==" };
        yield return Call("Files/CreateFile", HttpMethod.Post, "files", content, new { body = content });
        yield return Call("Files/CreateFileOfLink", HttpMethod.Post, "upload/link", new { link = "http://127.0.0.1:9/x" },
            new { body = new { link = "http://127.0.0.1:9/x" } });
        yield return Call("Files/UpdateFile", HttpMethod.Put, $"files/{file}", content, new { id = file, body = content });
        yield return Call("Files/DeleteFile", HttpMethod.Delete, $"files/{file}", null, new { id = file });
        yield return Call("Settings/UpdateSettings", HttpMethod.Put, "settings/global", new { project_name = "mine" },
            new { collection = "global", body = new { project_name = "mine" } });
    }

    private static IEnumerable<WriteCall> OfAccounts(string table, string user, string role)
    {
        var (made, change) = (new { email = "b-old@example.com" }, new { active = 2, last_name = "mine" });
        yield return Call("Users/CreateUser", HttpMethod.Post, "users", made, new { body = made });
        yield return Call("Users/UpdateUser", HttpMethod.Put, $"users/{user}", change, new { id = user, body = change });
        yield return Call("Users/DeleteUser", HttpMethod.Delete, $"users/{user}", null, new { id = user });
        yield return Call("Users/InviteUsers", HttpMethod.Post, "users/invite", made, new { body = made });
        yield return Call("Groups/CreateGroup", HttpMethod.Post, "groups", new { name = "mine" }, new { body = new { name = "mine" } });
        yield return Call("Groups/UpdateGroup", HttpMethod.Patch, $"groups/{role}", new { name = "mine" },
            new { id = role, body = new { name = "mine" } });
        yield return Call("Groups/DeleteGroup", HttpMethod.Delete, $"groups/{role}", null, new { id = role });
        var rights = new { table_name = table, allow_view = 2, allow_delete = 2 };
        yield return Call("Privileges/CreatePrivilege", HttpMethod.Post, $"privileges/{role}", rights, new { group = role, body = rights });
        yield return Call("Privileges/UpdatePrivilege", HttpMethod.Put, $"privileges/{role}/{table}", rights,
            new { group = role, id = table, body = rights });
        var wrong = new { email = "b-victim@example.com", password = "wrong" };
        yield return Call("Auth/RequestToken", HttpMethod.Post, "auth/request-token", wrong, new { body = wrong }) with { IsAnswered = true };
        yield return Call("Auth/ForgotPassword", HttpMethod.Post, "auth/forgot-password", wrong, new { body = wrong }) with { IsAnswered = true };
        yield return Call("Utils/GetRandom", HttpMethod.Post, "random", new { length = 0 }, new { body = new { length = 0 } });
        yield return Call("Utils/GetHash", HttpMethod.Post, "hash", new { @string = "x", hasher = "none" },
            new { body = new { @string = "x", hasher = "none" } });
    }

    private static IEnumerable<WriteCall> OfMessages(string table, string user, string notification)
    {
        var message = new { subject = "mine", message = "mine", to = user };
        yield return Call("Messages/SendMessage", HttpMethod.Post, "messages/rows", message, new { body = message });
        yield return Call("Messages/AnswerMessage", HttpMethod.Put, $"messages/rows/{notification}", message,
            new { id = notification, body = message });
        yield return Call("Messages/MarkMessage", HttpMethod.Patch, $"messages/rows/{notification}", new { }, new { id = notification });
        var (sort, bookmark) = (new { sort = "id" }, new { title = "mine", table_name = table });
        yield return Call("Preferences/UpdatePreferences", HttpMethod.Put, $"tables/{table}/preferences", sort, new { table, body = sort });
        yield return Call("Preferences/DeletePreferences", HttpMethod.Delete, $"tables/{table}/preferences", null, new { table });
        // Of their own, which users of the app may have.
        yield return Call("Bookmarks/CreateBookmark", HttpMethod.Post, "bookmarks", bookmark, new { body = bookmark }) with { ByQuery = true };
        yield return Call("Bookmarks/DeleteBookmark", HttpMethod.Delete, "bookmarks/999999", null, new { id = "999999" }) with { IsAnswered = true };
    }

    private static WriteCall Call(string rpc, HttpMethod method, string path, object? body, object request) =>
        new($"Legacy{rpc.Replace("/", "Service/", StringComparison.Ordinal)}", request)
        {
            Method = method, Path = $"/api/1.1/{path}", Body = body,
            Codes = Codes
        };
}
