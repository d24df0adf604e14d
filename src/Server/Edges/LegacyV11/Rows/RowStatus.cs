using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>Which values of a table's archive field are those of the statuses that API v1.1 knows by numbers: 1 is active, 2 a draft,
/// 0 deleted. A table without such a field has no status.</summary>
internal sealed record RowStatus(Field Field, string Deleted, string? Draft, string? FirstActive)
{
    public const int Delete = 0;
    public const int Active = 1;
    public const int Drafted = 2;

    /// <summary>Further values of drafts.</summary>
    public ImmutableArray<string> MoreDrafts { get; init; } = [];

    /// <summary>D's objects of files and users tell 3 where rows tell 0.</summary>
    private const int DeleteToo = 3;

    public static RowStatus? Of(Collection collection)
    {
        if ((string?)collection.Meta?["archive_field"] is not { } name || !collection.TryGetField(name, out var field) || field.IsAlias) return null;
        var (archived, back) = (collection.Meta["archive_value"]?.ToString(), collection.Meta["unarchive_value"]?.ToString());
        if (field.Type is FieldType.Integer or FieldType.BigInteger) return new RowStatus(field, archived ?? "0", back ?? "2", "1");
        if (field.Type == FieldType.Boolean) return new RowStatus(field, archived ?? "true", null, back ?? "false");
        return archived is null ? null : new RowStatus(field, archived, back, FirstChoice(field, archived, back));
    }

    /// <summary>The number of a stored value; null for that of no status.</summary>
    public int? Number(string? value) => value switch
    {
        null => null,
        _ when value == Deleted => Delete,
        _ when value == Draft || MoreDrafts.Contains(value) => Drafted,
        _ when IsNumber && value != FirstActive => null,
        _ => Active,
    };

    /// <summary>What is stored for a number; null when the table has no such status.</summary>
    public string? Value(int number) => number switch { Delete or DeleteToo => Deleted, Drafted => Draft, Active => FirstActive, _ => null };

    /// <summary>Rows of these numbers.</summary>
    public FilterNode Condition(IReadOnlyList<string> numbers)
    {
        var terms = new List<FilterNode>();
        foreach (var text in numbers)
        {
            var number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : -1;
            if (number == Active && !IsNumber) terms.Add(Others());
            else if (Value(number) is { } value) terms.Add(Conditions.Is(Field.Name, FilterOperators.Equal, value));
            if (number == Drafted) terms.AddRange(MoreDrafts.Select(value => Conditions.Is(Field.Name, FilterOperators.Equal, value)));
        }

        return Conditions.Any(terms, Field.Name);
    }

    private bool IsNumber => Field.Type is FieldType.Integer or FieldType.BigInteger or FieldType.Boolean;

    private FilterNode Others() => Conditions.All(new[] { Deleted, Draft }.OfType<string>().Concat(MoreDrafts)
        .Select(value => Conditions.Is(Field.Name, FilterOperators.NotEqual, value)));

    // `published` where there is such a choice, else the first that is none of the others.
    private static string? FirstChoice(Field field, string archived, string? draft)
    {
        if (field.Meta?["options"]?["choices"] is not JsonArray choices) return null;
        var values = choices.Select(choice => (choice is JsonObject named ? named["value"] : choice)?.ToString())
            .Where(value => value is not null && value != archived && value != draft).ToList();
        return values.Contains("published") ? "published" : values.FirstOrDefault();
    }
}
