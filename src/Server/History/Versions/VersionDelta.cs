using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>What a version holds: changes of its item, as Directus keeps them in the column `delta`. Each item in it is marked with
/// who has written it, and when.</summary>
internal static class VersionDelta
{
    private const string UserMark = "_user";
    private const string DateMark = "_date";

    private static readonly JsonSerializerOptions Json = new() { Encoder = RowJson.Encoder };

    /// <summary>The changes of a save, as far as they are fields of the item and not its key.</summary>
    public static JsonObject Change(Collection collection, JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Object) throw DirectusException.InvalidPayload("\"value\" must be of type object");
        var change = new JsonObject();
        foreach (var property in given.EnumerateObject())
            if (collection.TryGetField(property.Name, out var field) && field != collection.PrimaryKey)
                change[property.Name] = JsonSerializer.SerializeToNode(property.Value);
        return change;
    }

    /// <summary>Refuses secrets that are stored as a hash or encrypted: a version keeps what it is given, so that it can be put into the
    /// item.</summary>
    public static void RequireNoSecrets(NestedItems nested, Collection collection, JsonObject change) => nested.Visit(collection, change,
        (of, item) =>
    {
        foreach (var (name, _) in item)
            if (of is not null && of.TryGetField(name, out var field) && field.Has(FieldSpecials.Hash | FieldSpecials.Encrypt))
                throw DirectusException.InvalidPayload($"\"{name}\" can't be kept in a version");
    });

    /// <summary>The changes as they are stored: over those of before, marked.</summary>
    public static JsonObject Merge(NestedItems nested, Collection collection, JsonObject? before, JsonObject change, Authorship author)
    {
        var merged = before ?? [];
        var marked = (JsonObject)change.DeepClone();
        nested.Visit(collection, marked, (_, item) => Mark(item, author));
        foreach (var (name, value) in marked) merged[name] = value?.DeepClone();
        return merged;
    }

    /// <summary>Who has saved last, and when; null for who has not.</summary>
    public static Authorship? Author(JsonObject delta) => delta[DateMark] is JsonValue date && DateTimeOffset.TryParse(date.ToString(),
        CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        ? new Authorship(Guid.TryParse(delta[UserMark]?.ToString(), out var user) ? user : null, at)
        : null;

    /// <summary>The changes as they would be written to the item: without marks, and of fields that there are.</summary>
    public static JsonObject Content(Collection collection, JsonObject delta)
    {
        var content = new JsonObject();
        foreach (var field in collection.Fields)
            if (field != collection.PrimaryKey && delta.TryGetPropertyValue(field.Name, out var value)) content[field.Name] = WithoutMarks(value);
        return content;
    }

    /// <summary>The changes as <see cref="Shown"/> tells them, in the order of the fields: with the key of the item, and with what fills
    /// itself when they are written.</summary>
    public static JsonObject ShownWhole(Caller caller, Collection collection, string item, JsonObject? delta)
    {
        var whole = new JsonObject { [collection.PrimaryKey.Name] = item };
        if (delta is null) return whole;
        var shown = Shown(caller, collection, delta);
        foreach (var field in collection.Fields.Where(field => caller.Access.Allows(collection.Name, AccessAction.Read, field.Name)))
        {
            if (field.Has(FieldSpecials.DateUpdated) && delta[DateMark] is { } date) whole[field.Name] = date.DeepClone();
            else if (field.Has(FieldSpecials.UserUpdated) && delta[UserMark] is { } user) whole[field.Name] = user.DeepClone();
            else if (shown.TryGetPropertyValue(field.Name, out var value)) whole[field.Name] = value?.DeepClone();
        }

        return whole;
    }

    /// <summary>The changes as they are shown: secrets masked, and of each item the fields that the reader may read.</summary>
    public static JsonObject Shown(Caller caller, Collection collection, JsonObject delta)
    {
        var content = Content(collection, delta);
        new NestedItems(caller.Schema).Visit(collection, content, (of, item) =>
        {
            if (of is null) return;
            foreach (var (name, _) in item.ToArray())
                if (!of.TryGetField(name, out _) || !caller.Access.Allows(of.Name, AccessAction.Read, name)) item.Remove(name);
            Mask(of, item);
        });
        return content;
    }

    /// <summary>The changes as an account tells them: whole, secrets masked.</summary>
    public static string Told(NestedItems nested, Collection collection, JsonObject change)
    {
        var told = (JsonObject)change.DeepClone();
        nested.Visit(collection, told, (of, item) =>
        {
            if (of is not null) Mask(of, item);
        });
        return told.ToJsonString(Json);
    }

    private static void Mask(Collection collection, JsonObject item)
    {
        foreach (var (name, value) in item.ToArray())
            if (value is not null && collection.TryGetField(name, out var field) && field.Masked) item[name] = CellWriters.Mask;
    }

    private static void Mark(JsonObject item, Authorship author)
    {
        item[UserMark] = author.User?.ToString();
        item[DateMark] = author.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    private static JsonNode? WithoutMarks(JsonNode? value) => value switch
    {
        JsonObject item => new JsonObject(item.Where(property => !IsMark(item, property.Key))
            .Select(property => KeyValuePair.Create(property.Key, WithoutMarks(property.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutMarks)]),
        _ => value?.DeepClone(),
    };

    // A name alone may be anybody's.
    private static bool IsMark(JsonObject item, string name) =>
        name is UserMark or DateMark && item.ContainsKey(UserMark) && item.ContainsKey(DateMark);
}
