using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>The fields from a row to the values that a variable stands for.</summary>
/// <param name="Steps">Names of fields; the last is a column.</param>
/// <param name="Collections">The collections on the way.</param>
internal sealed record StoredPath(ImmutableArray<string> Steps, ImmutableArray<string> Collections)
{
    // As deep as queries go by default.
    private const int MaxSteps = 10;

    /// <summary>The path of a variable, when it leads to a column by fields that the caller may read. What is masked for all
    /// has no value to compare with.</summary>
    public static StoredPath? Of(string variable, Collection collection, Caller caller)
    {
        var names = variable.Split('.')[1..];
        if (names.Length > MaxSteps) return null;
        var (steps, collections) = (new List<string>(), new List<string>());
        for (var i = 0; i < names.Length; i++)
        {
            collections.Add(collection.Name);
            if (!Reads(caller, collection, names[i], out var field)) return null;
            steps.Add(field.Name);
            var target = Target(caller.Schema, field);
            if (i == names.Length - 1)
            {
                if (target is null) return field.IsAlias || field.Masked ? null : new StoredPath([.. steps], [.. collections]);
                // A relation stands for the keys behind it.
                names = [.. names, target.PrimaryKey.Name];
            }

            if (target is null) return null;
            collection = target;
        }

        return null;
    }

    /// <summary>The tree of fields that these paths ask for.</summary>
    public static ImmutableArray<FieldSelection> Select(IReadOnlyList<ImmutableArray<string>> paths) =>
        [.. paths.Where(path => !path.IsEmpty).GroupBy(path => path[0], StringComparer.Ordinal)
            .Select(group => new FieldSelection(new FieldPath(group.Key), Select([.. group.Select(path => path[1..])])))];

    /// <summary>The values at the end of the path, through all lists on the way.</summary>
    public static IEnumerable<JsonElement> Values(JsonElement found, ReadOnlyMemory<string> steps) => found.ValueKind switch
    {
        JsonValueKind.Array => found.EnumerateArray().SelectMany(item => Values(item, steps)),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.String when found.GetString()!.Length == 0 => [],
        _ when steps.IsEmpty => found.ValueKind == JsonValueKind.Object ? [] : [found],
        JsonValueKind.Object when found.TryGetProperty(steps.Span[0], out var next) => Values(next, steps[1..]),
        _ => [],
    };

    private static bool Reads(Caller caller, Collection collection, string name, out Field field) =>
        collection.TryGetField(name, out field!) && caller.Access.Allows(collection.Name, AccessAction.Read, name);

    private static Collection? Target(DatabaseSchema schema, Field field)
    {
        var name = schema.RelationOfMany(field.Collection, field.Name)?.OneCollection
            ?? schema.RelationOfOne(field.Collection, field.Name)?.ManyCollection;
        return name is not null && schema.TryGetCollection(name, out var target) ? target : null;
    }
}
