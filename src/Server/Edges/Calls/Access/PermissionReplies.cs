using System.Text.Json;
using Directus.Grpc.Access.V1;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Server.Edges.Calls.Access;

/// <summary>Permissions as messages and as the JSON of REST.</summary>
internal static class PermissionReplies
{
    public static CollectionPermissions Of(Caller caller, Collection collection, DateTimeOffset now) => new()
    {
        Create = Message(Permission.Of(caller, collection, AccessAction.Create, now)),
        Read = Message(Permission.Of(caller, collection, AccessAction.Read, now)),
        Update = Message(Permission.Of(caller, collection, AccessAction.Update, now)),
        Delete = Message(Permission.Of(caller, collection, AccessAction.Delete, now)),
        Share = Message(Permission.Of(caller, collection, AccessAction.Share, now)),
    };

    public static void Write(Utf8JsonWriter json, Caller caller, DateTimeOffset now)
    {
        json.WriteStartObject();
        foreach (var collection in Permission.Collections(caller))
        {
            json.WriteStartObject(collection.Name);
            foreach (var action in Permission.Actions)
            {
                json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(action.ToString()));
                Write(json, Permission.Of(caller, collection, action, now));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, GetItemPermissionsResponse item)
    {
        json.WriteStartObject();
        WriteAccess("update", item.Update, item.UpdatePresets is null ? null : item);
        WriteAccess("delete", item.Delete);
        WriteAccess("share", item.Share);
        json.WriteEndObject();

        void WriteAccess(string action, bool may, GetItemPermissionsResponse? of = null)
        {
            json.WriteStartObject(action);
            json.WriteBoolean("access", may);
            if (of is not null)
            {
                WriteFields(json, of.UpdateFields);
                json.WritePropertyName("presets");
                StructJson.Write(json, of.UpdatePresets);
            }

            json.WriteEndObject();
        }
    }

    public static void Write(Utf8JsonWriter json, GetCurrentGlobalsResponse globals)
    {
        json.WriteStartObject();
        json.WriteBoolean("app_access", globals.AppAccess);
        if (globals.HasAdminAccess) json.WriteBoolean("admin_access", globals.AdminAccess);
        if (globals.HasEnforceTfa) json.WriteBoolean("enforce_tfa", globals.EnforceTfa);
        json.WriteEndObject();
    }

    /// <summary>Items of which nothing but their keys may be told.</summary>
    public static void WriteKeys(Utf8JsonWriter json, IEnumerable<JsonElement> keys)
    {
        json.WriteStartArray();
        foreach (var key in keys)
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            key.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
    }

    private static void Write(Utf8JsonWriter json, Permission permission)
    {
        json.WriteStartObject();
        json.WriteString("access", permission.Full ? "full" : permission.Any ? "partial" : "none");
        if (!permission.Fields.IsEmpty) WriteFields(json, permission.Fields);

        if (!permission.Presets.IsEmpty)
        {
            json.WritePropertyName("presets");
            JsonSerializer.Serialize(json, permission.Presets);
        }

        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, IEnumerable<string> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields) json.WriteStringValue(field);
        json.WriteEndArray();
    }

    public static Struct Presets(Permission permission) => StructJson.ToStruct(JsonSerializer.SerializeToUtf8Bytes(permission.Presets));

    private static ActionPermission Message(Permission permission)
    {
        var message = new ActionPermission
        {
            Access = permission.Full ? AccessLevel.Full : permission.Any ? AccessLevel.Partial : AccessLevel.None,
            Fields = { permission.Fields },
        };
        if (!permission.Presets.IsEmpty) message.Presets = Presets(permission);
        return message;
    }
}
