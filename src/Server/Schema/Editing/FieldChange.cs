using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Column and body of an update → what is to change. What the body repeats unchanged, as forms do, changes nothing.</summary>
internal static class FieldChange
{
    public static ColumnChange Of(Field field, ColumnSchema column, FieldType? asked, JsonElement schema, ModelTerms? terms = null)
    {
        if (column.PrimaryKey && JsonInput.Flag(schema, "is_nullable", "schema.is_nullable") == true)
        {
            throw DirectusException.InvalidPayload("Primary key cannot be null");
        }

        var existing = ExistingColumn.Definition(column);
        var sized = Sized(field, column, existing, asked, schema);
        if (terms is { Retype: true }) sized = sized with { ExistingType = terms.DeclaredType };
        var retyped = sized.ExistingType is null || terms is { Retype: true };
        if (retyped && column.PrimaryKey) throw DirectusException.InvalidPayload("The type of the primary key can't be changed");
        if (column.Generated && retyped) throw DirectusException.InvalidPayload("The type of a generated field can't be changed");

        var (value, changed) = Default(column, sized, schema, retyped, terms);
        var unique = JsonInput.Flag(schema, "is_unique", "schema.is_unique") ?? column.Unique;
        var definition = sized with
        {
            PrimaryKey = column.PrimaryKey,
            AutoIncrement = column.AutoIncrement,
            Nullable = JsonInput.Flag(schema, "is_nullable", "schema.is_nullable") ?? column.Nullable,
            Unique = unique,
            // What is unique has its index by that.
            Indexed = !unique && (JsonInput.Flag(schema, "is_indexed", "schema.is_indexed") ?? column.Indexed),
            Default = value,
        };
        // A counter that is no key was not made here, but may stay.
        FieldDraftParser.Check(definition with { AutoIncrement = false });
        return new ColumnChange(column, definition) { Type = retyped, Default = changed };
    }

    // The type stays the database's own unless the body asks for another type or size.
    private static ColumnDefinition Sized(Field field, ColumnSchema column, ColumnDefinition existing, FieldType? asked, JsonElement schema)
    {
        var now = ColumnTypes.TypeOf(column);
        var wanted = asked is { } type && type != field.Type ? type.ToColumn() : now;
        if (wanted is null) return existing;
        if (wanted != now) return FieldDraftParser.Sized(new ColumnDefinition(column.Name, wanted.Value), schema);

        var sized = FieldDraftParser.Sized(existing with { Type = wanted.Value }, schema);
        var resized = (wanted == ColumnType.String && sized.Length != existing.Length)
            || (wanted == ColumnType.Decimal && (sized.Precision, sized.Scale) != (existing.Precision, existing.Scale));
        return resized ? sized with { ExistingType = null } : sized;
    }

    private static (ColumnDefault? Value, bool Changed) Default(ColumnSchema column, ColumnDefinition sized, JsonElement schema, bool retyped,
        ModelTerms? terms)
    {
        // The counter of a key is no default that a body could change.
        if (column.AutoIncrement) return (null, false);
        var given = schema.TryGetProperty("default_value", out var value);
        var same = given && (terms?.SameDefault ?? IsSame(column, value));
        if (given && !same && terms?.DefaultExpression is { } computed) return (ColumnDefault.Kept(computed), true);
        if (given && !same) return (DefaultParser.Parse(value, sized.Type), true);
        if (!column.HasDefault || column.Generated) return (null, false);
        if (!retyped || column.Default is null) return (sized.Default ?? Kept(column), false);
        if (column is { Kind: not SqlKind.Text, Default: "CURRENT_TIMESTAMP" or "now()" }) return (ColumnDefault.Now, false);
        // As a value it would become a text that looks like it.
        return IsComputed(column) ? (Kept(column), false)
            : (DefaultParser.Parse(JsonSerializer.SerializeToElement(column.Default), sized.Type), false);
    }

    private static bool IsComputed(ColumnSchema column) => column.DefaultExpression is { } expression && !DefaultValue.IsConstant(expression);

    private static ColumnDefault? Kept(ColumnSchema column) =>
        column.DefaultExpression is { } expression ? ColumnDefault.Kept(expression) : null;

    private static bool IsSame(ColumnSchema column, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => column.Default is null,
        JsonValueKind.String => column.Default is string text && text == value.GetString(),
        JsonValueKind.Object or JsonValueKind.Array => column.Default is string text && text == value.GetRawText(),
        _ => column.Default is { } other && JsonSerializer.SerializeToElement(other).GetRawText() == value.GetRawText(),
    };
}
