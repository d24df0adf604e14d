using System.Collections.Immutable;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Collects the properties of the answer in the order in which they were first asked for.</summary>
public sealed class OutputBuilder
{
    private readonly List<PlanOutput> _outputs = [];
    private readonly Dictionary<string, int> _positions = [];

    public int Count => _outputs.Count;

    public bool Has(string name) => _positions.ContainsKey(name);

    public PlanOutput? Find(string name) => _positions.TryGetValue(name, out var position) ? _outputs[position] : null;

    /// <summary>Adds an output unless the name is taken.</summary>
    public void Add(string name, PlanOutput output)
    {
        if (_positions.TryAdd(name, _outputs.Count)) _outputs.Add(output);
    }

    /// <summary>Adds an output, or puts it in the place of a plainer one: a relation and its field, the object wins.</summary>
    public void Set(string name, PlanOutput output)
    {
        if (_positions.TryGetValue(name, out var position)) _outputs[position] = output;
        else Add(name, output);
    }

    public ImmutableArray<PlanOutput> Build() => [.. _outputs];
}
