namespace Directus.Grpc.Server.Hosting;

/// <summary>A setting that makes no sense. Its message is the one line that the start ends with.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
