using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Values;

namespace Directus.Grpc.Server.Query.Plans;

public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A condition on rows with every name resolved and every value typed. Nulls behave as in SQL: a comparison with
/// null holds for no row, and neither does its negation.</summary>
public abstract record Predicate
{
    public sealed record Constant(bool Holds) : Predicate;

    public sealed record And(ImmutableArray<Predicate> Terms) : Predicate;

    public sealed record Or(ImmutableArray<Predicate> Terms) : Predicate;

    public sealed record Not(Predicate Inner) : Predicate;

    public sealed record Compare(Operand Left, Comparison Operator, object Right) : Predicate;

    public sealed record In(Operand Left, ImmutableArray<object?> Values) : Predicate;

    public sealed record Between(Operand Left, object Low, object High) : Predicate;

    public sealed record Like(Operand Left, TextMatch Match, string Text, bool IgnoreCase) : Predicate;

    /// <summary>A shape meets another one, given as GeoJSON; or only the boxes around them do.</summary>
    public sealed record Intersects(Operand Left, string GeoJson, bool Boxes) : Predicate;

    public sealed record IsNull(Operand Left) : Predicate;

    /// <summary>Null or the empty text.</summary>
    public sealed record IsEmpty(Operand Left) : Predicate;

    /// <summary>Some row of the source hangs on the outer row: source.Link = outer. A many-to-any keeps its keys as text.</summary>
    public sealed record Exists(Source Source, Operand Link, Operand Outer, bool AsText = false) : Predicate;

    public static Predicate True { get; } = new Constant(true);

    public static Predicate False { get; } = new Constant(false);

    public bool IsTrue => this is Constant { Holds: true };

    public bool IsFalse => this is Constant { Holds: false };

    public static Predicate All(params ReadOnlySpan<Predicate> terms)
    {
        var kept = ImmutableArray.CreateBuilder<Predicate>(terms.Length);
        foreach (var term in terms)
        {
            if (term.IsFalse) return False;
            if (term is And and) kept.AddRange(and.Terms);
            else if (!term.IsTrue) kept.Add(term);
        }

        return kept.Count switch { 0 => True, 1 => kept[0], _ => new And(kept.ToImmutable()) };
    }

    public static Predicate Any(params ReadOnlySpan<Predicate> terms)
    {
        var kept = ImmutableArray.CreateBuilder<Predicate>(terms.Length);
        foreach (var term in terms)
        {
            if (term.IsTrue) return True;
            if (!term.IsFalse) kept.Add(term);
        }

        return kept.Count switch { 0 => False, 1 => kept[0], _ => new Or(kept.ToImmutable()) };
    }
}
