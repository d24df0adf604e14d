namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>The paths of `fields` as a tree; a name without anything below it stands for the value or the key.</summary>
internal sealed class FieldTree : Dictionary<string, FieldTree>
{
    /// <summary>The field of a step: `count(tags)` and `tags` speak of the same, as `item:books` and `item` do.</summary>
    public static string NameOf(string step) => step.Split('(')[^1].Split(',', ')', ':')[0].Trim();

    public static FieldTree Of(IEnumerable<string> paths)
    {
        var tree = new FieldTree();
        foreach (var path in paths)
        {
            var at = tree;
            foreach (var step in path.Split('.')) at = at.TryGetValue(step, out var below) ? below : at[step] = [];
        }

        return tree;
    }
}
