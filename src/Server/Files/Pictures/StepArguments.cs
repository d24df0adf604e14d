using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>The arguments of one operation: numbers and words by position, or an object of them. What makes no sense is
/// refused before any picture is opened.</summary>
internal sealed class StepArguments(string step, ImmutableArray<JsonElement> given)
{
    private const int MostNumbers = 1_000;

    private static readonly string[] Channels = ["red", "green", "blue", "alpha"];

    public bool Any => given.Length > 0 && given[0].ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    /// <summary>The object of options; undefined for none.</summary>
    private JsonElement Options => given.FirstOrDefault(argument => argument.ValueKind == JsonValueKind.Object);

    public double Number(string name, int position, double otherwise, double least, double most) =>
        Find(name, position) is { } value ? Bounded(name, value, least, most) : otherwise;

    public int? Whole(string name, int position, int least, int most) =>
        Find(name, position) is { } value ? (int)Bounded(name, value, least, most) : null;

    public bool Flag(string name, int position, bool otherwise) => Find(name, position)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        null => otherwise,
        _ => throw Refused(name),
    };

    public string? Word(string name, int position) => Find(name, position) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Refused(name);

    /// <summary>A band of the picture, by its number or by its colour.</summary>
    public int Channel(string name, int position) => Find(name, position) switch
    {
        null => 0,
        { ValueKind: JsonValueKind.String } word => Array.IndexOf(Channels, word.GetString()) is >= 0 and var band ? band : throw Refused(name),
        { } number => (int)Bounded(name, number, 0, Channels.Length - 1),
    };

    /// <summary>A colour: as style sheets spell it, or `{r, g, b, alpha}`.</summary>
    public Colour Colour(string name, Colour otherwise)
    {
        var value = given.Length > 0 && given[0].ValueKind == JsonValueKind.String ? given[0]
            : Options.ValueKind != JsonValueKind.Object ? default
            : Options.TryGetProperty(name, out var named) ? named
            : Options.TryGetProperty("r", out _) ? Options : default;
        return value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => otherwise,
            JsonValueKind.String => Pictures.Colour.Parse(value.GetString()!) ?? throw Refused(name),
            JsonValueKind.Object => new Colour(Part(value, "r"), Part(value, "g"), Part(value, "b"), value.TryGetProperty("alpha", out var alpha)
                ? Pictures.Colour.AlphaOf(Bounded(name, alpha, 0, 1)) : 255),
            _ => throw Refused(name),
        };
    }

    public DirectusException Refused(string name) =>
        DirectusException.InvalidQuery($"\"transforms\" Parameter has a \"{name}\" that \"{step}\" can't be done with");

    /// <summary>One number, or a list of one for each band.</summary>
    public double[] NumberOrMore(string name, int position, double otherwise, double most) =>
        Find(name, position) is { ValueKind: JsonValueKind.Array } ? Numbers(name, position, most) : [Number(name, position, otherwise, -most, most)];

    /// <summary>A list of so many numbers, or of lists of them, each row after the other.</summary>
    public double[] Numbers(string name, int position, double most)
    {
        if (Find(name, position) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() > MostNumbers) throw Refused(name);
        var numbers = list.EnumerateArray().SelectMany(value => value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()] : (IEnumerable<JsonElement>)[value]);
        return [.. numbers.Take(MostNumbers + 1).Select(number => Bounded(name, number, -most, most))];
    }

    private double Part(JsonElement colour, string name) => colour.TryGetProperty(name, out var value) ? Bounded(name, value, 0, 255) : 0;

    private JsonElement? Find(string name, int position)
    {
        if (Options.ValueKind == JsonValueKind.Object && Options.TryGetProperty(name, out var named))
            return named.ValueKind == JsonValueKind.Null ? null : named;
        return position >= 0 && position < given.Length && given[position].ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)
            ? given[position] : null;
    }

    private double Bounded(string name, JsonElement value, double least, double most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most
            ? number : throw Refused(name);
}
