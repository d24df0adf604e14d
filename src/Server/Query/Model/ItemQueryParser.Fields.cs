using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Query.Model;

public static partial class ItemQueryParser
{
    private static ImmutableArray<FieldSelection> Fields(JsonElement value, QueryLimits limits)
    {
        var names = Names(value, "fields", limits);
        if (names.Count == 0) return [];
        var root = new SelectionBuilder();
        foreach (var name in names)
        {
            var node = root;
            foreach (var step in PathParser.Path(name, "fields", limits)) node = node.Child(step);
            node.Itself = true;
        }

        return root.Build();
    }

    private static ImmutableArray<SortTerm> Sort(JsonElement value, QueryLimits limits, int above)
    {
        var names = Names(value, "sort", limits);
        if (names.Count == 0) return [];
        var terms = ImmutableArray.CreateBuilder<SortTerm>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            var descending = names[i].StartsWith('-');
            var path = descending ? names[i][1..] : names[i];
            if (path.Length == 0) throw Refused($"sort[{i}]", "is not allowed to be empty");
            terms.Add(new SortTerm(PathParser.Path(path, "sort", limits, above), descending));
        }

        return terms.MoveToImmutable();
    }

    private static ImmutableArray<FieldPath> GroupBy(JsonElement value, QueryLimits limits)
    {
        var names = Names(value, "groupBy", limits);
        var steps = ImmutableArray.CreateBuilder<FieldPath>(names.Count);
        foreach (var name in names) steps.Add(PathParser.Step(name));
        return steps.MoveToImmutable();
    }

    // Names of fields: a text with commas, or an array of such texts.
    private static List<string> Names(JsonElement value, string parameter, QueryLimits limits)
    {
        var names = Texts(value, parameter);
        if (names.Count > limits.MaxFields) throw Refused(parameter, $"must contain less than or equal to {limits.MaxFields} items");
        for (var i = 0; i < names.Count; i++)
            if (names[i].Length == 0) throw Refused($"{parameter}[{i}]", "is not allowed to be empty");
        return names;
    }

    private static List<string> Texts(JsonElement value, string parameter)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.ValueEquals("") ? [] : PathParser.Split(value.GetString()!, ',', parameter);
            case JsonValueKind.Array:
                var texts = new List<string>(value.GetArrayLength());
                foreach (var element in value.EnumerateArray())
                {
                    if (element.ValueKind != JsonValueKind.String) throw Refused(parameter, "must be a string or array");
                    texts.AddRange(PathParser.Split(element.GetString()!, ',', parameter));
                }

                return texts;
            default:
                throw Refused(parameter, "must be a string or array");
        }
    }

    // Merges paths that begin alike, in the order in which they were first seen.
    private sealed class SelectionBuilder
    {
        private readonly List<(FieldPath Step, SelectionBuilder Below)> _children = [];

        /// <summary>Whether a path ends here.</summary>
        public bool Itself { get; set; }

        public SelectionBuilder Child(FieldPath step)
        {
            foreach (var child in _children)
                if (child.Step == step) return child.Below;
            var below = new SelectionBuilder();
            _children.Add((step, below));
            return below;
        }

        public ImmutableArray<FieldSelection> Build()
        {
            if (_children.Count == 0) return [];
            var selections = ImmutableArray.CreateBuilder<FieldSelection>(_children.Count);
            foreach (var (step, below) in _children) selections.Add(new FieldSelection(step, below.Build(), below.Itself));
            return selections.MoveToImmutable();
        }
    }
}
