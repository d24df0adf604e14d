namespace Directus.Grpc.Server.Tests;

/// <summary>Tables of the documents in `docs`.</summary>
internal static class Documents
{
    /// <summary>Cells of every row of every table, heads left out.</summary>
    public static List<string[]> Rows(string document)
    {
        var rows = new List<string[]>();
        var head = true;
        foreach (var line in File.ReadLines(Path.Combine(Root(), "docs", document)))
        {
            if (!line.StartsWith('|')) head = true;
            else if (line.StartsWith("|---", StringComparison.Ordinal)) head = false;
            else if (!head) rows.Add([.. line.Trim('|').Split('|').Select(cell => cell.Trim())]);
        }

        return rows;
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directus.Grpc.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside of the repository.");
        return folder.FullName;
    }
}
