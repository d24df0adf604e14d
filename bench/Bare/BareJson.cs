using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace Directus.Grpc.Bench.Bare;

/// <summary>Rows → the bytes that Directus answers: decimals as strings, moments in UTC with milliseconds.</summary>
internal static class BareJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static Utf8JsonWriter Start(HttpContext http)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        var writer = new Utf8JsonWriter(http.Response.BodyWriter, Options);
        writer.WriteStartObject();
        writer.WritePropertyName("data"u8);
        return writer;
    }

    public static void Item(Utf8JsonWriter writer, NpgsqlDataReader row)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, row.GetInt32(0));
        writer.WriteString("title"u8, row.GetString(1));
        writer.WriteString("slug"u8, row.GetString(2));
        writer.WriteString("status"u8, row.GetString(3));
        writer.WriteString("body"u8, row.GetString(4));
        writer.WriteNumber("views"u8, row.GetInt32(5));
        writer.WriteNumber("rating"u8, row.GetFloat(6));
        Decimal(writer, row.GetDecimal(7));
        writer.WriteBoolean("featured"u8, row.GetBoolean(8));
        Moment(writer, row.GetDateTime(9));
        writer.WriteEndObject();
    }

    public static void Group(Utf8JsonWriter writer, NpgsqlDataReader row)
    {
        writer.WriteStartObject();
        writer.WriteString("status"u8, row.GetString(0));
        writer.WriteString("count"u8, row.GetInt64(1).ToString(CultureInfo.InvariantCulture));
        writer.WriteStartObject("avg"u8);
        writer.WriteString("views"u8, row.GetDecimal(2).ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Decimal(Utf8JsonWriter writer, decimal value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        writer.WriteString("price"u8, text[..length]);
    }

    public static void Moment(Utf8JsonWriter writer, DateTime value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        writer.WriteString("published_at"u8, text[..length]);
    }
}
