using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Items.Importing;

/// <summary>What is wrong with the rows of a file, each fault once with the rows that have it, as Directus tells them.</summary>
/// <param name="most">Rows with a fault after which nothing more is looked at.</param>
internal sealed class ImportFaults(int most)
{
    // What says where in a call a fault is, or repeats what the row says.
    private static readonly string[] OfCalls = ["path", "collection", "value"];

    // Faults of a row's values; anything else is none of one row.
    private static readonly ErrorCode[] OfValues =
    [
        ErrorCodes.FailedValidation, ErrorCodes.InvalidPayload, ErrorCodes.RecordNotUnique, ErrorCodes.InvalidForeignKey, ErrorCodes.ValueTooLong,
        ErrorCodes.ValueOutOfRange, ErrorCodes.NotNullViolation, ErrorCodes.ContainsNullValues,
    ];

    private readonly Dictionary<string, (DirectusError Error, List<long> Rows)> _faults = new(StringComparer.Ordinal);
    private readonly HashSet<long> _rows = [];

    public bool Any => _rows.Count > 0;

    public bool Enough => _rows.Count >= most;

    /// <summary>Whether the refusal is one of values.</summary>
    public static bool AreOfValues(DirectusException refusal) => refusal.Errors.All(error => OfValues.Contains(error.Code));

    /// <param name="row">Number of the row, from 1.</param>
    /// <param name="errors">Its faults.</param>
    public void Add(long row, IEnumerable<DirectusError> errors)
    {
        _rows.Add(row);
        foreach (var error in errors)
        {
            var extensions = error.Extensions.Where(entry => !OfCalls.Contains(entry.Key)).ToDictionary();
            var name = $"{error.Code.Name} {error.Message} {JsonSerializer.Serialize(extensions)}";
            if (!_faults.TryGetValue(name, out var fault)) _faults[name] = fault = (error with { Extensions = extensions }, []);
            if (fault.Rows.Count == 0 || fault.Rows[^1] != row) fault.Rows.Add(row);
        }
    }

    public DirectusException ToException() => new([.. _faults.Values.Select(fault => fault.Error with
    {
        Extensions = new Dictionary<string, object?>(fault.Error.Extensions) { ["rows"] = JsonSerializer.SerializeToElement(Ranges(fault.Rows)) },
    })]);

    // Rows that follow each other as a range, the others by their numbers.
    private static List<Dictionary<string, object?>> Ranges(List<long> rows)
    {
        var (told, single) = (new List<Dictionary<string, object?>>(), new List<long>());
        for (var i = 0; i < rows.Count;)
        {
            var end = i;
            while (end + 1 < rows.Count && rows[end + 1] == rows[end] + 1) end++;
            if (end - i < MostLines) single.AddRange(rows[i..(end + 1)]);
            else told.Add(new() { ["type"] = "range", ["start"] = rows[i], ["end"] = rows[end] });
            i = end + 1;
        }

        if (single.Count > 0) told.Add(new() { ["type"] = "lines", ["rows"] = single });
        return told;
    }

    // More rows in a row are told by the first and the last.
    private const int MostLines = 3;
}
