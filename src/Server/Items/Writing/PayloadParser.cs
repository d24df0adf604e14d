using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The JSON of an item → a row to write. Checks the fields against the permissions, fills presets and special
/// fields, converts values, and collects every failure before it refuses.</summary>
internal sealed class PayloadParser(Caller caller, Collection collection, AccessAction action, DateTimeOffset now, IPasswordHasher hasher)
{
    private readonly Presets _presets = new(caller, collection, action, now);
    private readonly PayloadValidator _validator = new(caller, collection, action, now);

    public WriteRow Parse(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) throw DirectusException.InvalidPayload("An item has to be an object");
        var row = new WriteRow(collection);
        foreach (var property in item.EnumerateObject()) Take(row, property.Name, property.Value, given: true);
        foreach (var (name, value) in _presets.Missing(row)) Take(row, name, value, given: false);
        var failures = _validator.Validate(row);
        if (failures.Count > 0) throw new DirectusException(failures);
        SpecialValues.Fill(row, action, caller.Principal, now);
        return row;
    }

    private void Take(WriteRow row, string name, JsonElement value, bool given)
    {
        // A field that does not exist is ignored, one that the caller may not write is refused.
        if (!collection.TryGetField(name, out var field)) return;
        if (action == AccessAction.Update && field == collection.PrimaryKey) return;
        if (given && !caller.Access.For(collection.Name, action).Any(rule => rule.Allows(name)))
            throw DirectusException.Forbidden(collection.Name, name);
        if (field.IsAlias)
        {
            if (!field.Has(FieldSpecials.NoData) && value.ValueKind is JsonValueKind.Array or JsonValueKind.Object && !IsEmptyArray(value))
                throw DirectusException.InvalidPayload($"Field \"{name}\" can't be written along with its item");
            return;
        }

        if (field.Column!.Generated) return;
        row.Set(field, Convert(field, value), value);
    }

    private object? Convert(Field field, JsonElement value)
    {
        var problem = ValueParser.TryParse(field, value, out var typed);
        if (problem == ValueProblem.None)
            return field.Has(FieldSpecials.Hash) && typed is string { Length: > 0 } secret ? hasher.Hash(secret) : typed;
        if (problem == ValueProblem.Invalid)
        {
            throw field == collection.PrimaryKey && field.Kind == SqlKind.Uuid
                ? DirectusException.Forbidden()
                : DirectusException.InvalidPayload($"Field \"{field.Name}\" in collection \"{collection.Name}\" has a value that doesn't fit its type");
        }

        throw WriteErrors.BadValue(problem == ValueProblem.TooLong ? ErrorCodes.ValueTooLong : ErrorCodes.ValueOutOfRange, field, value);
    }

    private static bool IsEmptyArray(JsonElement value) => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;
}
