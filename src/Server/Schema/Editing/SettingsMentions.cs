using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Where settings and rights mention fields within a text of their own: each follows a rename.</summary>
internal static class SettingsMentions
{
    private static readonly string[] Templates = ["template", "displayTemplate", "display_template"];

    public static async Task FollowAsync(EditSession edit, MentionRewriter rewriter)
    {
        await RewriteAsync(edit, SystemCollections.Permissions, "id", (row, collection) => new()
        {
            ["permissions"] = rewriter.Filter(row["permissions"], collection),
            ["validation"] = rewriter.Filter(row["validation"], collection),
            ["presets"] = rewriter.Payload(row["presets"], collection),
        });
        await RewriteAsync(edit, SystemCollections.Fields, "id",
            (row, collection) => InField(rewriter, row, collection, (string?)row["field"] ?? ""));
        await RewriteAsync(edit, SystemCollections.Collections, "collection", (row, collection) => InCollection(rewriter, row, collection));
        await RewriteAsync(edit, SystemCollections.Presets, "id", (row, collection) => new()
        {
            ["filter"] = rewriter.Filter(row["filter"], collection),
            ["layout_query"] = Layouts(rewriter, row["layout_query"], collection),
            ["layout_options"] = Layouts(rewriter, row["layout_options"], collection),
        });
        if (rewriter.Rename.Field is null) return;
        await RewriteAsync(edit, SystemCollections.Versions, "id",
            (row, collection) => new() { ["delta"] = rewriter.Payload(row["delta"], collection) }, rewriter.Rename.Collection);
    }

    /// <summary>The settings of a field that mention others, with the names of now.</summary>
    public static JsonObject InField(MentionRewriter rewriter, JsonObject row, string collection, string field) => new()
    {
        ["validation"] = rewriter.Filter(row["validation"], collection),
        ["conditions"] = Conditions(rewriter, row["conditions"], collection),
        ["options"] = Options(rewriter, row["options"], collection, field),
        ["display_options"] = Options(rewriter, row["display_options"], collection, field),
    };

    /// <summary>The settings of a collection that mention fields, with the names of now.</summary>
    public static JsonObject InCollection(MentionRewriter rewriter, JsonObject row, string collection) => new()
    {
        ["display_template"] = row["display_template"] is JsonValue template && template.TryGetValue<string>(out var text)
            ? JsonValue.Create(rewriter.Template(text, collection)) : row["display_template"]?.DeepClone(),
        ["item_duplication_fields"] = rewriter.Paths(row["item_duplication_fields"], collection),
    };

    /// <summary>Takes a field out of what is given to new items. Rules keep it: they admit nothing by a field that is not there,
    /// and without it they would admit more.</summary>
    public static async Task ForgetAsync(EditSession edit, string collection, string field)
    {
        await RewriteAsync(edit, SystemCollections.Permissions, "id", (row, _) => new() { ["presets"] = Without(row["presets"], field) }, collection);
        await RewriteAsync(edit, SystemCollections.Versions, "id", (row, _) => new() { ["delta"] = Without(row["delta"], field) }, collection);
    }

    /// <summary>Takes a field, and what is reached through it, out of the lists of what a copy of an item takes along.</summary>
    public static Task ForgetPathsAsync(EditSession edit, string collection, string field)
    {
        // What a rename would change is a mention.
        var rewriter = MentionRewriter.In(edit.Schema, new Rename(collection, field, ""));
        return RewriteAsync(edit, SystemCollections.Collections, "collection", (row, of) => new()
        {
            ["item_duplication_fields"] = row["item_duplication_fields"] is not JsonArray paths
                ? row["item_duplication_fields"]?.DeepClone()
                : new JsonArray(
                [.. paths.Where(path => JsonNode.DeepEquals(rewriter.Paths(path, of), path)).Select(path => path?.DeepClone())]),
        });
    }

    private static JsonNode? Without(JsonNode? values, string field)
    {
        var copy = values?.DeepClone();
        (copy as JsonObject)?.Remove(field);
        return copy;
    }

    private static Task RewriteAsync(EditSession edit, string table, string key, Func<JsonObject, string, JsonObject> change,
        string? only = null)
    {
        var fields = SystemSchema.Instance.Tables[table].Fields.Where(field => !field.IsAlias).ToDictionary(field => field.Name);
        var named = change(new JsonObject { ["collection"] = "" }, "").Select(part => part.Key)
            .Where(name => edit.Schema[table].TryGetField(name, out _)).ToList();
        var others = fields.ContainsKey("field") ? new[] { "collection", "field" } : ["collection"];
        return edit.Meta.RewriteAsync(table, fields[key], [.. named.Concat(others).Distinct().Select(name => fields[name])],
            row => (string?)row["collection"] is { } collection ? change(row, collection) : [],
            only is null ? [] : [new MetaValue("collection", only)]);
    }

    private static JsonNode? Conditions(MentionRewriter rewriter, JsonNode? conditions, string collection) => conditions is not JsonArray list
        ? conditions?.DeepClone()
        : new JsonArray([.. list.Select(entry =>
        {
            if (entry is not JsonObject condition || condition["rule"] is not { } rule) return entry?.DeepClone();
            var copy = (JsonObject)condition.DeepClone();
            copy["rule"] = rewriter.Filter(rule, collection);
            return copy;
        })]);

    // Templates and filters of an interface are about the items that the field leads to, if it leads anywhere.
    private static JsonNode? Options(MentionRewriter rewriter, JsonNode? options, string collection, string field)
    {
        if (options is not JsonObject) return options?.DeepClone();
        var copy = (JsonObject)options.DeepClone();
        var at = rewriter.TargetOf(collection, field) ?? collection;
        foreach (var key in Templates)
        {
            if (copy[key] is JsonValue template && template.TryGetValue<string>(out var text)) copy[key] = rewriter.Template(text, at);
        }

        if (copy["filter"] is JsonObject filter) copy["filter"] = rewriter.Filter(filter, at);
        if (copy["fields"] is JsonArray fields && fields.All(entry => entry?.GetValueKind() == JsonValueKind.String))
            copy["fields"] = rewriter.Paths(fields, at);
        return copy;
    }

    // By layout: {"tabular": {"fields": ["title"], "sort": ["-date"], "widths": {"title": 160}}}
    private static JsonNode? Layouts(MentionRewriter rewriter, JsonNode? layouts, string collection) => layouts is not JsonObject parts
        ? layouts?.DeepClone()
        : new JsonObject(parts.Select(layout => KeyValuePair.Create(layout.Key, layout.Value is not JsonObject options
            ? layout.Value?.DeepClone()
            : new JsonObject(options.Select(option => KeyValuePair.Create(option.Key, Layout(rewriter, option.Key, option.Value, collection)))))));

    private static JsonNode? Layout(MentionRewriter rewriter, string option, JsonNode? value, string collection) => option switch
    {
        "fields" or "sort" => rewriter.Paths(value, collection),
        "widths" => rewriter.Payload(value, collection),
        "title" or "subtitle" when value is JsonValue text && text.GetValueKind() == JsonValueKind.String =>
            rewriter.Template(text.GetValue<string>(), collection),
        "imageSource" or "startDateField" or "endDateField" or "geometryField" => rewriter.Paths(value, collection),
        _ => value?.DeepClone(),
    };
}
