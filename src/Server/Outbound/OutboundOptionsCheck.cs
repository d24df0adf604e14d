using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Outbound;

internal sealed class OutboundOptionsCheck : IValidateOptions<OutboundOptions>
{
    public ValidateOptionsResult Validate(string? name, OutboundOptions options) => DenyList.Malformed(options.DenyList) is { } entry
        ? ValidateOptionsResult.Fail($"IMPORT_IP_DENY_LIST: \"{entry}\" is neither an address nor a network.")
        : ValidateOptionsResult.Success;
}
