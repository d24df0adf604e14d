using System.Buffers;
using System.Collections.Immutable;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>Reads names of fields: steps such as `title`, `year(date)`, `json(data, a.b)`, `item:articles`,
/// `$FOLLOW(articles,author)`, paths of them joined by dots, and lists of paths joined by commas. Parentheses keep dots
/// and commas together. What is none of these forms is a plain name, which no schema will know.</summary>
public static class PathParser
{
    private static readonly SearchValues<char> FunctionName =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$");

    public static FieldPath Step(string text)
    {
        var open = text.IndexOf('(');
        if (open > 0 && text[^1] == ')' && !text.AsSpan(0, open).ContainsAnyExcept(FunctionName))
            return new FieldPath(text[(open + 1)..^1].Trim(), Function: text[..open]);
        var colon = text.IndexOf(':');
        return colon > 0 && colon < text.Length - 1
            ? new FieldPath(text[..colon], Scope: text[(colon + 1)..])
            : new FieldPath(text);
    }

    /// <summary>The steps of a path. `parameter` names the query parameter in refusals, `above` is the number of relations above.</summary>
    public static ImmutableArray<FieldPath> Path(string text, string parameter, QueryLimits limits, int above = 0)
    {
        if (above >= limits.MaxRelationalDepth) throw TooDeep();
        if (!text.AsSpan().ContainsAny('.', '(')) return [Step(text)];
        var steps = ImmutableArray.CreateBuilder<FieldPath>();
        foreach (var step in Split(text, '.', parameter))
        {
            if (step.Length == 0) throw DirectusException.InvalidQuery($"\"{text}\" in \"{parameter}\" has an empty step");
            AddSteps(steps, Step(step));
            if (above + steps.Count > limits.MaxRelationalDepth) throw TooDeep();
        }

        return steps.DrainToImmutable();
    }

    // `json(author.data, a)` is a function of a related field.
    private static void AddSteps(ImmutableArray<FieldPath>.Builder steps, FieldPath step)
    {
        var field = step.Function == FieldFunctions.Json.Name ? step.FieldName : "";
        var last = field.LastIndexOf('.');
        if (last > 0)
        {
            foreach (var part in field[..last].Split('.')) steps.Add(Step(part.Trim()));
            step = step with { Name = step.Name[(step.Name.IndexOf(field, StringComparison.Ordinal) + last + 1)..] };
        }

        steps.Add(step);
    }

    /// <summary>The parts between separators that stand outside of parentheses, trimmed.</summary>
    public static List<string> Split(string text, char separator, string parameter)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')' && depth > 0) depth--;
            else if (text[i] == separator && depth == 0)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
        }

        if (depth > 0) throw DirectusException.InvalidQuery($"Missing closing parenthesis in \"{parameter}\"");
        parts.Add(text[start..].Trim());
        return parts;
    }

    public static DirectusException TooDeep() => DirectusException.InvalidQuery("Max relational depth exceeded");
}
