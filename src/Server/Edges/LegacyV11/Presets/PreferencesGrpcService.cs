using Directus.Grpc.Legacy.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Presets;

/// <summary>How the caller wants to see tables.</summary>
internal sealed class PreferencesGrpcService(Preferences preferences) : LegacyPreferencesService.LegacyPreferencesServiceBase
{
    public override Task<Reply> GetPreferences(PreferencesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => preferences.GetAsync(call, request.Table));

    public override Task<Reply> UpdatePreferences(PreferencesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => preferences.UpdateAsync(call, request.Table));

    public override Task<Reply> DeletePreferences(PreferencesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => preferences.DeleteAsync(call, request.Table));

    private static Task<Reply> AnswerAsync(PreferencesRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
