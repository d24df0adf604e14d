using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>Columns of a collection of the system: always the same, whether the caller may read what they show or not.</summary>
internal sealed class SystemColumns(Caller caller, string collection)
{
    /// <summary>A column that shows a field, as its type says unless there is a form of its own.</summary>
    public LegacyColumn Of(string name, string source, ValueForm? form = null, LegacyRelation? relation = null)
    {
        if (!caller.Schema[collection].TryGetField(source, out var field)) return Constant(name, static json => json.WriteNullValue());
        return new LegacyColumn(name, source, form ?? ValueForms.Of(field)) { Field = field, Relation = relation, Hidden = !MayRead(source) };
    }

    /// <summary>A column that is made of several fields, for those who may read them all.</summary>
    public LegacyColumn Made(string name, IReadOnlyList<string> sources, Action<JsonElement, Utf8JsonWriter> write) =>
        Made(name, [.. sources.Select(source => new FieldSelection(new FieldPath(source), []))], write);

    /// <summary>A column that is made of what the fields lead to as well.</summary>
    public LegacyColumn Made(string name, ImmutableArray<FieldSelection> reads, Action<JsonElement, Utf8JsonWriter> write) =>
        new(name, null, ValueForm.Plain) { Made = new MadeValue(reads, write), Hidden = !reads.All(read => MayRead(caller, collection, read)) };

    /// <summary>A column that is the same for all rows.</summary>
    public static LegacyColumn Constant(string name, Action<Utf8JsonWriter> write) => new(name, null, ValueForm.Constant(write));

    public static LegacyColumn Null(string name) => Constant(name, static json => json.WriteNullValue());

    private bool MayRead(string field) => caller.Access.Allows(collection, AccessAction.Read, field);

    private static bool MayRead(Caller caller, string collection, FieldSelection read)
    {
        if (!caller.Access.Allows(collection, AccessAction.Read, read.Step.Name)) return false;
        if (read.Children.IsEmpty) return true;
        var relation = caller.Schema.RelationOfMany(collection, read.Step.Name)?.OneCollection
            ?? caller.Schema.RelationOfOne(collection, read.Step.Name)?.ManyCollection;
        return relation is { } next && read.Children.All(child => MayRead(caller, next, child));
    }
}
