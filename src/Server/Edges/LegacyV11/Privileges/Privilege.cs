using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Directus.Grpc.Server.Edges.LegacyV11.Privileges;

/// <summary>What a group may do with a table, in the numbers of API v1.1: 0 nothing, 1 with rows of their own, 2 with all.</summary>
internal sealed record Privilege(long Id, long Group, string Table)
{
    public const string TableName = "directus_privileges";

    public const int None = 0;
    public const int Mine = 1;
    public const int All = 2;

    public required bool Listed { get; init; }

    public int View { get; init; }

    public int Add { get; init; }

    public int Edit { get; init; }

    public int Delete { get; init; }

    public bool Alter { get; init; }

    /// <summary>Columns that they may not read; null for none.</summary>
    public ImmutableArray<string>? Unreadable { get; init; }

    /// <summary>Columns that they may not write; null for none.</summary>
    public ImmutableArray<string>? Unwritable { get; init; }

    /// <summary>The number by which the privileges of a role in a collection are known: a digest, for nothing is stored that has one.</summary>
    /// <param name="role">The role; null for the public.</param>
    /// <param name="collection">The collection.</param>
    public static long IdOf(string? role, string collection)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{role ?? "public"}:{collection}"));
        return long.Parse(Convert.ToHexString(digest.AsSpan(0, 6)), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    /// <summary>All of it, as administrators have it.</summary>
    public Privilege Whole() => this with { View = All, Add = Mine, Edit = All, Delete = All, Alter = true, Unreadable = null, Unwritable = null };

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, Id);
        json.WriteString("table_name"u8, Table);
        json.WriteNumber("group_id"u8, Group);
        json.WriteString("read_field_blacklist"u8, Unreadable is { } unreadable ? string.Join(',', unreadable) : null);
        json.WriteString("write_field_blacklist"u8, Unwritable is { } unwritable ? string.Join(',', unwritable) : null);
        json.WriteNumber("nav_listed"u8, Listed ? 1 : 0);
        json.WriteNumber("status_id"u8, 0);
        json.WriteNumber("allow_view"u8, View);
        json.WriteNumber("allow_add"u8, Add);
        json.WriteNumber("allow_edit"u8, Edit);
        json.WriteNumber("allow_delete"u8, Delete);
        json.WriteNumber("allow_alter"u8, Alter ? 1 : 0);
        json.WriteEndObject();
    }

    /// <summary>An answer of several.</summary>
    public static LegacyAnswer Answer(IEnumerable<Privilege> privileges) => LegacyAnswer.Item(TableName, json =>
    {
        json.WriteStartArray();
        foreach (var privilege in privileges) privilege.Write(json);
        json.WriteEndArray();
    });
}
