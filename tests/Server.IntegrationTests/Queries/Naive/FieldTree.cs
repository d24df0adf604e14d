namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>The paths of `fields` as a tree; a name without anything below it stands for the value or the key.</summary>
internal sealed class FieldTree : Dictionary<string, FieldTree>
{
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
