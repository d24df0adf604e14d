using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Whether a condition holds for a row that is not there, as the outer side of a join sees it: its columns are null, and so
/// are those of whatever it would refer to. Null: unknown, as SQL has it.</summary>
internal static class AbsentRow
{
    public static bool? Holds(Predicate predicate) => predicate switch
    {
        Predicate.Constant constant => constant.Holds,
        Predicate.And and => All(and.Terms.Select(Holds)),
        Predicate.Or or => !All(or.Terms.Select(term => !Holds(term))),
        Predicate.Not not => !Holds(not.Inner),
        Predicate.IsNull test => !IsNumberOfItems(test.Left),
        Predicate.IsEmpty => true,
        // Nothing refers to it.
        Predicate.Exists => false,
        Predicate.Compare test when IsNumberOfItems(test.Left) => Holds(test.Operator, 0L.CompareTo(test.Right)),
        Predicate.In test when IsNumberOfItems(test.Left) => test.Values.Contains(0L),
        Predicate.Between test when IsNumberOfItems(test.Left) => 0L.CompareTo(test.Low) >= 0 && 0L.CompareTo(test.High) <= 0,
        _ => null,
    };

    private static bool? All(IEnumerable<bool?> terms)
    {
        bool? all = true;
        foreach (var term in terms)
        {
            if (term is false) return false;
            all &= term;
        }

        return all;
    }

    // It has no items, and their number is 0.
    private static bool IsNumberOfItems(Operand operand) => operand.Function is OperandFunction.ItemCount;

    private static bool Holds(Comparison comparison, int order) => comparison switch
    {
        Comparison.Equal => order == 0,
        Comparison.NotEqual => order != 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        Comparison.Greater => order > 0,
        _ => order >= 0,
    };
}
