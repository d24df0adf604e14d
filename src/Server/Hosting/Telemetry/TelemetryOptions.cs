namespace Directus.Grpc.Server.Hosting.Telemetry;

/// <summary>Where traces, metrics and logs go, by the variables of OpenTelemetry; how they are sent its own packages read.</summary>
internal sealed class TelemetryOptions(IConfiguration configuration)
{
    private const string None = "none";

    public bool Traces => Sends("TRACES");

    public bool Metrics => Sends("METRICS");

    public bool Logs => Sends("LOGS");

    public bool Any => Traces || Metrics || Logs;

    // Nothing is sent to an address that nobody gave: the default of the standard, this machine, would fail again and again.
    private bool Sends(string signal) =>
        configuration["OTEL_SDK_DISABLED"] != "true"
        && configuration[$"OTEL_{signal}_EXPORTER"] != None
        && (Given("OTEL_EXPORTER_OTLP_ENDPOINT") || Given($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT") || Given($"OTEL_{signal}_EXPORTER"));

    private bool Given(string name) => !string.IsNullOrEmpty(configuration[name]);
}
