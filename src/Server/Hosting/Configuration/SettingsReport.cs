namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>What becomes of the variables that are given: of those that are Directus', or look like it.</summary>
internal sealed class SettingsReport
{
    private const string FromFile = "_FILE";

    private readonly List<Entry> _entries = [];

    private SettingsReport()
    {
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>Those that do nothing though they ask for something: what is switched off is not missed.</summary>
    public IEnumerable<Entry> WithoutEffect =>
        _entries.Where(entry => entry is { Off: false, Use: VariableUse.WithoutEffect or VariableUse.NotSupported });

    /// <summary>Whether something is asked for that will not be done: it is not supported, unknown or makes no sense.</summary>
    public bool HasFaults =>
        _entries.Exists(entry => entry.Problem is not null || entry is { Use: null } or { Use: VariableUse.NotSupported, Off: false });

    /// <summary>Reports on these names.</summary>
    /// <param name="names">The names that were given.</param>
    /// <param name="given">Their values.</param>
    /// <param name="all">Whether every name is meant to be one of Directus', as in a file of them, or only those that look so.</param>
    public static SettingsReport Of(IEnumerable<string> names, GivenVariables given, bool all)
    {
        var report = new SettingsReport();
        List<Setting> settings;
        try
        {
            settings = [.. DirectusConfiguration.SettingsOf(given)];
        }
        catch (ConfigurationException)
        {
            // A file with the names of providers that is not there: it is told below.
            settings = [.. KnownSettings.All];
        }

        foreach (var name in names.Select(Known).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            var found = Variables.Find(name, settings);
            if (found is null && !all && !Variables.LooksKnown(name)) continue;
            report._entries.Add(new Entry(name, found?.Use, found?.Why, IsOff(given, name), Problem(name, settings, given)));
        }

        return report;

        string Known(string name)
        {
            name = name.Replace(":", "__", StringComparison.Ordinal);
            var isFile = name.EndsWith(FromFile, StringComparison.OrdinalIgnoreCase) && Variables.Find(name, settings)?.Use != VariableUse.Honoured;
            return isFile && Variables.Find(name[..^FromFile.Length], settings) is not null ? name[..^FromFile.Length] : name;
        }
    }

    private static string? Problem(string name, List<Setting> settings, GivenVariables given)
    {
        try
        {
            var setting = settings.Find(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (given[name] is { Length: > 0 } text) setting?.Read(text);
            return null;
        }
        catch (ConfigurationException error)
        {
            return error.Message;
        }
    }

    private static bool IsOff(GivenVariables given, string name)
    {
        try
        {
            return given[name] is null or "" or "false" or "0";
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    /// <summary>A variable that is given.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Use">What becomes of it; null where Directus has none of that name.</param>
    /// <param name="Why">Why it does nothing.</param>
    /// <param name="Off">Whether it asks for nothing.</param>
    /// <param name="Problem">What is wrong with its value.</param>
    internal sealed record Entry(string Name, VariableUse? Use, string? Why, bool Off, string? Problem)
    {
        public override string ToString() => Problem is not null ? $"{Name}: wrong. {Problem}" : Use switch
        {
            VariableUse.Honoured => $"{Name}: honoured",
            VariableUse.WithoutEffect => $"{Name}: without effect. {Why}",
            VariableUse.NotSupported => $"{Name}: not supported. {Why}",
            _ => $"{Name}: unknown",
        };
    }
}
