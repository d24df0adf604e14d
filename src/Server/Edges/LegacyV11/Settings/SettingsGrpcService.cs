using Directus.Grpc.Legacy.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Settings;

/// <summary>Settings of the project.</summary>
internal sealed class SettingsGrpcService(LegacySettings settings) : LegacySettingsService.LegacySettingsServiceBase
{
    public override Task<Reply> GetSettings(SettingsRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, settings.AllAsync);

    public override Task<Reply> GetSettingsCollection(SettingsRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, call => settings.OneAsync(call, request.Collection));

    public override Task<Reply> UpdateSettings(SettingsRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, call => settings.UpdateAsync(call, request.Collection));
}
