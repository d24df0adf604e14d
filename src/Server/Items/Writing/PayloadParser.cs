using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The JSON of an item → a row to write. Checks the fields against the permissions, fills presets and special
/// fields, converts values, and collects every failure of the item before it refuses.</summary>
internal sealed class PayloadParser(Caller caller, Collection collection, AccessAction action, Presets presets, DateTimeOffset now,
    SecretFields secrets)
{
    private readonly PayloadValidator _validator = new(caller, collection, action, now);

    /// <param name="item">The item, an object.</param>
    /// <param name="nested">Fields whose value is an item of its own, or comes from the item around this one.</param>
    /// <param name="imposed">Fields that are written whatever the item says.</param>
    /// <param name="path">Where in the request the item is.</param>
    public WriteRow Parse(JsonElement item, IReadOnlyCollection<Field> nested, IReadOnlyCollection<Field> imposed, IReadOnlyList<string> path)
    {
        var row = new WriteRow(collection);
        foreach (var property in item.EnumerateObject()) Take(row, property, nested);
        foreach (var field in imposed)
        {
            Require(field);
            row.Expect(field);
        }

        foreach (var (field, value) in presets.Of(collection, action))
            if (!row.IsGiven(field.Name) && !row.Has(field)) TakePreset(row, field, value);
        Validate(row, path);
        if (caller.Author is not { } author) SpecialValues.Fill(row, action, caller.Principal, now);
        else if (author != Authorship.Told) SpecialValues.Fill(row, action, caller.Principal with { User = author.User }, author.At);
        return row;
    }

    /// <summary>Gives a field the value that it got from another item. Who and when stay what they are.</summary>
    /// <param name="row">The item.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The other item's key.</param>
    /// <param name="written">Whether the writer asks for it, and not a preset.</param>
    public void Link(WriteRow row, Field field, object? value, bool written = true)
    {
        var asked = JsonSerializer.SerializeToElement(value);
        if (written) row.Written.Add(field.Name);
        if (!SpecialValues.Fills(field, action)) row.Link(field, Convert(field, asked), asked);
    }

    /// <summary>Takes over what the rules of the collection made of the item.</summary>
    public void TakeChanges(WriteRow row, JsonObject before, JsonObject after, IReadOnlyList<string> path)
    {
        if (JsonNode.DeepEquals(before, after)) return;
        foreach (var field in collection.Columns)
        {
            var given = after.TryGetPropertyValue(field.Name, out var value);
            if (given == before.TryGetPropertyValue(field.Name, out var old) && JsonNode.DeepEquals(value, old)) continue;
            if (given) Set(row, field, JsonSerializer.SerializeToElement(value));
            else row.Remove(field);
        }

        Validate(row, path);
    }

    public void Validate(WriteRow row, IReadOnlyList<string> path)
    {
        var failures = _validator.Validate(row);
        if (failures.Count > 0) throw new DirectusException([.. failures.Select(failure => failure.ToError(path))]);
    }

    /// <summary>Refuses unless the caller may write the field of some items.</summary>
    public void Require(Field field)
    {
        foreach (var rule in caller.Access.For(collection.Name, action))
            if (rule.Allows(field.Name)) return;
        throw DirectusException.Forbidden(collection.Name, field.Name);
    }

    private void Take(WriteRow row, JsonProperty property, IReadOnlyCollection<Field> nested)
    {
        // A field that does not exist is ignored for who may write all there are; to others it looks like one that they may not.
        if (!collection.TryGetField(property.Name, out var field))
        {
            if (!caller.Access.For(collection.Name, action).Any(rule => rule.AllFields))
                throw DirectusException.Forbidden(collection.Name, property.Name);
            return;
        }

        if (action == AccessAction.Update && field == collection.PrimaryKey) return;
        Require(field);
        row.Written.Add(field.Name);
        if (field.IsAlias) row.Nest(field, property.Value);
        else if (nested.Count == 0 || !nested.Contains(field)) Set(row, field, property.Value);
        else
        {
            // What an item of a list says of the item around it does not count.
            if (property.Value.ValueKind == JsonValueKind.Object) row.Nest(field, property.Value);
            row.Expect(field);
        }
    }

    private void TakePreset(WriteRow row, Field field, JsonElement value)
    {
        if (!presets.IsNested(field, value)) Set(row, field, value);
        else
        {
            row.Nest(field, value);
            if (!field.IsAlias) row.Expect(field);
        }
    }

    private void Set(WriteRow row, Field field, JsonElement value)
    {
        if (field.IsAlias || field.Column!.Generated) return;
        if (field.Column.AlwaysGenerated)
            throw WriteErrors.BadField(field, "is generated by the database and takes no value");
        row.Set(field, Convert(field, value), value);
    }

    private object? Convert(Field field, JsonElement value)
    {
        object? typed = null;
        // A column of texts takes any text for json, one of json does not.
        var problem = field is { Type: FieldType.Json, Column.Kind: SqlKind.Json } && value.ValueKind == JsonValueKind.String
            && !JsonText.IsJson(value.GetString()!)
            ? ValueProblem.Invalid
            : ValueParser.TryParse(field, value, out typed);
        if (problem == ValueProblem.None)
            return secrets.Stored(field, typed);
        if (problem == ValueProblem.Invalid)
        {
            throw field == collection.PrimaryKey && field.Kind == SqlKind.Uuid
                ? DirectusException.Forbidden()
                : WriteErrors.BadField(field, "has a value that doesn't fit its type");
        }

        throw WriteErrors.BadValue(problem == ValueProblem.TooLong ? ErrorCodes.ValueTooLong : ErrorCodes.ValueOutOfRange, field, value);
    }
}
