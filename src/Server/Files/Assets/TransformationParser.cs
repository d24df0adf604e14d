using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Files.Pictures;
using Directus.Grpc.Server.Files.Pictures.Operations;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Files.Assets;

/// <summary>JSON → a transformation. Query strings (all texts), typed requests and presets go by the same names. Refuses all
/// that makes no sense: nothing has been opened yet.</summary>
internal sealed class TransformationParser(AssetOptions options)
{
    public const string Key = "key";

    /// <summary>The names that ask for a transformation; other parameters mean something else.</summary>
    public static readonly string[] Names =
        [Key, "transforms", "width", "height", "format", "fit", "quality", "withoutEnlargement", "focal_point_x", "focal_point_y"];

    public static bool IsAsked(JsonElement asked) => asked.ValueKind == JsonValueKind.Object && Names.Any(name => asked.TryGetProperty(name, out _));

    /// <summary>The preset that is asked for; an empty name is none.</summary>
    public static string? KeyOf(JsonElement asked) =>
        TryGet(asked, Key, out var key) && key.ValueKind == JsonValueKind.String ? key.GetString() : null;

    /// <summary>Whether nothing is said besides the preset.</summary>
    public static bool IsKeyAlone(JsonElement asked) => !Names.Any(name => name != Key && asked.TryGetProperty(name, out _));

    /// <summary>What a request says. An empty size or format says nothing there either; an empty word for these is none of theirs.</summary>
    public Transformation ParseAsked(JsonElement asked)
    {
        if (IsEmpty(asked, "fit")) throw NoFit();
        return IsEmpty(asked, "transforms") ? throw NoList() : Parse(asked);
    }

    /// <summary>What a preset says, or a request.</summary>
    public Transformation Parse(JsonElement given)
    {
        var steps = Steps(given);
        var written = steps.Where(step => FormatSteps.Contains(step.Name)).Aggregate(Transformation.None, (so, step) => FormatSteps.Add(step, so));
        return written with
        {
            Width = Side(given, "width"),
            Height = Side(given, "height"),
            Fit = FitOf(given),
            Format = FormatOf(given) ?? written.Format,
            Quality = Quality(given) ?? written.Quality,
            WithoutEnlargement = Flag(given, "withoutEnlargement"),
            FocalPointX = Point(given, "focal_point_x"),
            FocalPointY = Point(given, "focal_point_y"),
            Steps = [.. steps.Where(step => !FormatSteps.Contains(step.Name))],
        };
    }

    private int? Side(JsonElement given, string name)
    {
        if (Number(given, name) is not { } number) return null;
        if (number <= 0 || number != Math.Floor(number)) throw Expected("positive integer", name, number);
        return number <= options.MaxDimension
            ? (int)number
            : throw DirectusException.InvalidQuery($"\"{name}\" is larger than {options.MaxDimension}");
    }

    private static int? Quality(JsonElement given)
    {
        if (Number(given, "quality") is not { } number) return null;
        return number is >= 1 and <= 100 && number == Math.Floor(number)
            ? (int)number : throw Expected("integer between 1 and 100", "quality", number);
    }

    private static int? Point(JsonElement given, string name)
    {
        if (Number(given, name) is not { } number) return null;
        return number >= 0 && number <= int.MaxValue && number == Math.Floor(number) ? (int)number : throw Expected("positive integer", name, number);
    }

    private static Fit? FitOf(JsonElement given)
    {
        if (Text(given, "fit") is not { } text) return null;
        return text switch
        {
            "cover" => Fit.Cover,
            "contain" => Fit.Contain,
            "inside" => Fit.Inside,
            "outside" => Fit.Outside,
            _ => throw NoFit(),
        };
    }

    private static string? FormatOf(JsonElement given)
    {
        if (Text(given, "format") is not { } text) return null;
        return text is "auto" || PictureFormat.Named(text) is not null ? text
            : throw DirectusException.InvalidQuery("\"format\" has to be one of auto, jpg, png, webp, tiff, avif, gif");
    }

    private ImmutableArray<PictureStep> Steps(JsonElement given)
    {
        if (!TryGet(given, "transforms", out var list)) return [];
        if (list.ValueKind == JsonValueKind.String) list = OfText(list.GetString()!);
        if (list.ValueKind != JsonValueKind.Array) throw NoList();
        if (list.GetArrayLength() > options.MaxOperations)
            throw DirectusException.InvalidQuery($"\"transforms\" Parameter is only allowed {options.MaxOperations} transformations");
        var steps = ImmutableArray.CreateBuilder<PictureStep>();
        foreach (var entry in list.EnumerateArray()) steps.Add(Step(entry));
        return steps.ToImmutable();
    }

    private static PictureStep Step(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Array || entry.GetArrayLength() is 0 or > 8 || entry[0].ValueKind != JsonValueKind.String)
            throw NoList();
        var step = new PictureStep(entry[0].GetString()!, [.. entry.EnumerateArray().Skip(1).Select(argument => argument.Clone())]);
        if (FormatSteps.Contains(step.Name)) return step;
        if (!PictureOperations.Contains(step.Name))
            throw DirectusException.InvalidQuery($"\"transforms\" Parameter does not allow \"{step.Name}\" as a transformation");
        PictureOperations.Prepare(step);
        return step;
    }

    private static JsonElement OfText(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw NoList();
        }
    }

    private static double? Number(JsonElement given, string name)
    {
        if (!TryGet(given, name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)) return number;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text)
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) ? number : double.NaN;
        return double.NaN;
    }

    private static string? Text(JsonElement given, string name) => !TryGet(given, name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw DirectusException.InvalidQuery($"\"{name}\" has to be a word");

    private static bool Flag(JsonElement given, string name) => TryGet(given, name, out var value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.String => value.GetString() is "true" or "1",
        _ => false,
    };

    // What is empty says nothing, as a preset's fields that nobody filled in.
    private static bool TryGet(JsonElement given, string name, out JsonElement value)
    {
        value = default;
        return given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null &&
            !(value.ValueKind == JsonValueKind.String && value.ValueEquals(""));
    }

    private static bool IsEmpty(JsonElement given, string name) =>
        given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals("");

    private static DirectusException NoFit() => DirectusException.InvalidQuery("\"fit\" has to be one of cover, contain, inside, outside");

    private static DirectusException Expected(string what, string name, double number)
    {
        var shown = double.IsNaN(number) ? "NaN" : number.ToString("R", CultureInfo.InvariantCulture);
        return DirectusException.InvalidQuery($"Expected {what} for {name} but received {shown} of type number");
    }

    private static DirectusException NoList() =>
        DirectusException.InvalidQuery("\"transforms\" Parameter needs to be a JSON array of allowed transformations");
}
