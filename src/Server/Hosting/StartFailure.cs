using System.Data.Common;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting;

/// <summary>Why a start failed, in one line, when a setting is to blame.</summary>
internal static class StartFailure
{
    public static string? Explain(Exception error) => error switch
    {
        ConfigurationException setting => setting.Message,
        OptionsValidationException options => string.Join(' ', options.Failures.Select(Plain)),
        DbException database => $"The database cannot be used, see DB_CLIENT and the other DB_ settings: {FirstLine(database.Message)}",
        IOException { InnerException: AddressInUseException } port => $"{FirstLine(port.Message)} See PORT and GRPC_PORT.",
        InvalidDataException file => FirstLine(file.Message),
        _ when error.InnerException is { } cause => Explain(cause),
        _ => null,
    };

    // "DataAnnotation validation failed for 'X' members: 'Y' with the error: 'SECRET is not set.'."
    private static string Plain(string failure)
    {
        const string before = "with the error: '";
        var start = failure.IndexOf(before, StringComparison.Ordinal);
        return start < 0 ? failure : failure[(start + before.Length)..].TrimEnd('.', '\'') + ".";
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd();
}
