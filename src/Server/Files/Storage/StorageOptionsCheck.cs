using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Files.Storage;

/// <summary>Refuses a start with storages that could not work, naming the variable.</summary>
internal sealed partial class StorageOptionsCheck(IEnumerable<IStorageDriver> drivers) : IValidateOptions<StorageOptions>
{
    // Of Directus, and not of this server yet.
    private static readonly string[] Known = ["s3", "gcs", "azure", "cloudinary", "supabase"];

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var failures = options.List.Select(location => Failure(location, options)).OfType<string>().ToList();
        if (options.List.Count == 0) failures.Add("STORAGE_LOCATIONS has no name.");
        if (options.List.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.List.Count) failures.Add("STORAGE_LOCATIONS has a name twice.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private string? Failure(string location, StorageOptions options)
    {
        if (!Name().IsMatch(location)) return $"STORAGE_LOCATIONS: \"{location}\" is no name for a storage; letters, digits, _ and - are.";
        var driver = options.Locations.GetValueOrDefault(location)?.Driver ?? LocalDriver.DriverName;
        if (drivers.Any(known => known.Name == driver)) return null;
        var built = string.Join(", ", drivers.Select(known => known.Name).Order(StringComparer.Ordinal));
        var variable = $"STORAGE_{location.ToUpperInvariant()}_DRIVER";
        return Known.Contains(driver) ? $"{variable}={driver} is not supported by this server yet; {built} is." : $"{variable} has to be {built}.";
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
