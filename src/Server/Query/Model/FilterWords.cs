namespace Directus.Grpc.Server.Query.Model;

/// <summary>What filters say around fields and operators.</summary>
internal static class FilterWords
{
    public const string And = "_and";
    public const string Or = "_or";
    public const string Some = "_some";
    public const string None = "_none";

    /// <summary>Whether filters stand below it.</summary>
    public static bool Groups(string word) => word is And or Or or Some or None;
}
