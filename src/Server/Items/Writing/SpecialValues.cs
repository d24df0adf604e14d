using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The fields that fill themselves: who and when cannot be forged, a uuid may be given.</summary>
internal static class SpecialValues
{
    private const FieldSpecials OnCreate = FieldSpecials.Uuid | FieldSpecials.DateCreated | FieldSpecials.UserCreated | FieldSpecials.RoleCreated;
    private const FieldSpecials OnUpdate = FieldSpecials.DateUpdated | FieldSpecials.UserUpdated | FieldSpecials.RoleUpdated;

    public static void Fill(WriteRow row, AccessAction action, Principal principal, DateTimeOffset now)
    {
        foreach (var field in row.Collection.Columns)
        {
            if (action == AccessAction.Create)
            {
                if (field.Has(OnCreate)) FillCreated(row, field, principal, now);
                else if (!row.Has(field) && field is { Kind: not SqlKind.Text, Column.Default: "CURRENT_TIMESTAMP" })
                    row.Set(field, Moment(field, now));
            }
            else if (field.Has(OnUpdate)) FillUpdated(row, field, principal, now);
        }
    }

    /// <summary>Whether the engine gives the field a value when an item is created without one.</summary>
    public static bool FillsOnCreate(Field field) => field.Has(OnCreate) || field is { Kind: not SqlKind.Text, Column.Default: "CURRENT_TIMESTAMP" };

    /// <summary>Whether the engine sets the field of every item that is written so, whatever is asked for.</summary>
    public static bool Fills(Field field, AccessAction action) =>
        field.Has(action == AccessAction.Create ? OnCreate & ~FieldSpecials.Uuid : OnUpdate);

    private static void FillCreated(WriteRow row, Field field, Principal principal, DateTimeOffset now)
    {
        if (field.Has(FieldSpecials.Uuid))
        {
            if (!row.Values.TryGetValue(field, out var given) || given is null) row.Set(field, Id(field, Guid.NewGuid()));
        }
        else if (field.Has(FieldSpecials.DateCreated)) row.Set(field, Moment(field, now));
        else row.Set(field, Id(field, field.Has(FieldSpecials.UserCreated) ? principal.User : principal.Role));
    }

    private static void FillUpdated(WriteRow row, Field field, Principal principal, DateTimeOffset now)
    {
        var value = field.Has(FieldSpecials.DateUpdated)
            ? Moment(field, now)
            : Id(field, field.Has(FieldSpecials.UserUpdated) ? principal.User : principal.Role);
        row.Fill(field, value, JsonSerializer.SerializeToElement(value is Guid or null ? value : AsRead(field, value)));
    }

    private static object? Id(Field field, Guid? id) => field.Kind == SqlKind.Text ? id?.ToString() : id;

    // The moment as it will be read.
    private static string AsRead(Field field, object moment) => moment switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime time when field.Type == FieldType.DateTime => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => moment.ToString()!,
    };

    private static object Moment(Field field, DateTimeOffset now) => field.Kind switch
    {
        SqlKind.Date => DateOnly.FromDateTime(now.UtcDateTime),
        SqlKind.Time => new TimeOnly(now.UtcDateTime.Hour, now.UtcDateTime.Minute, now.UtcDateTime.Second),
        SqlKind.DateTime => DateTime.SpecifyKind(now.UtcDateTime, DateTimeKind.Unspecified),
        SqlKind.Text => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => now.UtcDateTime,
    };
}
