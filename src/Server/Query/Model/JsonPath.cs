using System.Buffers;
using System.Collections.Immutable;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>What `json(data, list[0].name)` asks for: a field, and the steps to a place in it. A step of digits is a place in a
/// list and nothing else.</summary>
public sealed record JsonPath(string Field, ImmutableArray<string> Steps)
{
    private const int MaxSteps = 10;

    // Of the languages of paths, what would ask for more than one place or compute something.
    private static readonly SearchValues<char> Unsupported = SearchValues.Create("*?@");

    public static JsonPath Parse(FieldPath step)
    {
        var comma = step.Name.IndexOf(',');
        if (comma <= 0) throw Refused("requires json(field, path) format");
        var path = step.Name[(comma + 1)..].Trim();
        if (path.Length == 0) throw Refused("missing path");
        if (path[0] == '$' || path.AsSpan().ContainsAny(Unsupported)) throw Refused("unsupported path expression");
        var steps = StepsOf(path);
        return steps.Length <= MaxSteps
            ? new JsonPath(step.Name[..comma].Trim(), steps)
            : throw DirectusException.InvalidQuery($"JSON path depth ({steps.Length}) exceeds allowed maximum of {MaxSteps}");
    }

    /// <summary>The name that the value is answered by: `data_list_0_name_json`.</summary>
    public string Name
    {
        get
        {
            var name = string.Join('_', Steps.Where(step => step.Length > 0).Prepend(Field).Append(FieldFunctions.Json.Name));
            return string.Concat(name.Select(letter => char.IsWhiteSpace(letter) ? '_' : letter));
        }
    }

    // `list[0].name` → list, 0, name. Brackets hold a number.
    private static ImmutableArray<string> StepsOf(string path)
    {
        var steps = ImmutableArray.CreateBuilder<string>();
        foreach (var part in path.Split('.'))
        {
            var open = part.IndexOf('[');
            if (open != 0) steps.Add(open < 0 ? part : part[..open]);
            while (open >= 0)
            {
                var close = part.IndexOf(']', open);
                if (close < 0 || !int.TryParse(part.AsSpan(open + 1, close - open - 1), out _)) throw Refused("unsupported path expression");
                steps.Add(part[(open + 1)..close]);
                if (close < part.Length - 1 && part[close + 1] != '[') throw Refused("unsupported path expression");
                open = close < part.Length - 1 ? close + 1 : -1;
            }
        }

        return steps.DrainToImmutable();
    }

    private static DirectusException Refused(string why) => DirectusException.InvalidQuery($"Invalid json() syntax: {why}");
}
