using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Planning;

/// <summary>Refusals of a model, which name the part that is to blame.</summary>
internal static class PlanRefusal
{
    public static DirectusException Of(string collection, string reason) =>
        DirectusException.InvalidPayload($"Collection \"{collection}\": {reason}");

    public static DirectusException Of(FieldName name, string reason) => DirectusException.InvalidPayload($"Field \"{name}\": {reason}");

    /// <summary>Does the work; what it refuses is said of the part.</summary>
    public static T Naming<T>(string what, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DirectusException refusal)
        {
            var error = refusal.Errors[0];
            var reason = error.Extensions.GetValueOrDefault("reason") as string ?? error.Message;
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidPayload, $"{what}: {reason}")], refusal);
        }
    }
}
