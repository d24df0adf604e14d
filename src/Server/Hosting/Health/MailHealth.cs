using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Mail;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Health;

/// <summary>Whether the mail server takes a connection; where there is none to send by, there is nothing to look at.</summary>
internal sealed class MailHealth(IMailTransport transport, IOptions<MailOptions> options) : IHealthCheck
{
    private const string Name = "email:connection";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (options.Value.Transport is null) return HealthCheckResult.Healthy();
        try
        {
            await transport.VerifyAsync(cancellationToken);
            return HealthResults.Of([new HealthMeasure(Name, "email")]);
        }
        catch (Exception error)
        {
            return HealthResults.Of([new HealthMeasure(Name, "email", HealthMeasure.Error) { Output = error.Message }]);
        }
    }
}
