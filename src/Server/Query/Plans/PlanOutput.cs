using System.Collections.Immutable;

namespace Directus.Grpc.Server.Query.Plans;

/// <summary>One property of the answered objects.</summary>
/// <param name="Name">Name in the answer.</param>
public abstract record PlanOutput(string Name)
{
    /// <summary>The levels below, none for a value.</summary>
    public ImmutableArray<PlanNode> Branches => this switch
    {
        One one => [one.Target],
        Any any => any.Targets,
        Many many => [many.Children],
        _ => [],
    };

    /// <summary>The value of a column.</summary>
    public sealed record Value(string Name, Operand Operand) : PlanOutput(Name);

    /// <summary>The item that a foreign key refers to, or null.</summary>
    public sealed record One(string Name, Operand ForeignKey, PlanNode Target) : PlanOutput(Name);

    /// <summary>The item of a many-to-any: of the collection that a field beside the key names, or null. The first
    /// <paramref name="Asked"/> of the targets are asked for, of the items of the others their keys are answered.</summary>
    public sealed record Any(string Name, Operand Key, Operand CollectionName, ImmutableArray<PlanNode> Targets, int Asked) : PlanOutput(Name);

    /// <summary>The items that refer to this one, as objects or (<paramref name="KeysOnly"/>) as their keys.</summary>
    /// <param name="ShownKey">The key of this item where the caller may see the list, else null; null when they may everywhere.</param>
    public sealed record Many(string Name, PlanNode Children, bool KeysOnly, Operand? ShownKey = null) : PlanOutput(Name);
}
