using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>One property of the answered objects.</summary>
/// <param name="Name">Name in the answer.</param>
public abstract record PlanOutput(string Name)
{
    /// <summary>The value of a column.</summary>
    public sealed record Value(string Name, Operand Operand) : PlanOutput(Name);

    /// <summary>The item that a foreign key refers to, or null.</summary>
    public sealed record One(string Name, Operand ForeignKey, PlanNode Target) : PlanOutput(Name);

    /// <summary>The items that refer to this one, as objects or (<paramref name="KeysOnly"/>) as their keys.</summary>
    public sealed record Many(string Name, PlanNode Children, bool KeysOnly) : PlanOutput(Name);
}
