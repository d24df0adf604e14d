using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Access.V1;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Access;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc.Access;

/// <summary>Tells callers what they may do.</summary>
internal sealed class AccessGrpcService(ItemReader reader, ItemRights rights, PolicyGlobals globals, TimeProvider clock,
    IOptions<Query.Model.QueryLimits> limits) : AccessService.AccessServiceBase
{
    public override Task<GetCurrentPermissionsResponse> GetCurrentPermissions(GetCurrentPermissionsRequest request, ServerCallContext context)
    {
        var caller = Known(context);
        var now = clock.GetUtcNow();
        if (HttpCall.From(context) is { } http)
        {
            http.Data(json => PermissionReplies.Write(json, caller, now));
            return Task.FromResult(new GetCurrentPermissionsResponse());
        }

        var reply = new GetCurrentPermissionsResponse();
        foreach (var collection in Permission.Collections(caller)) reply.Collections[collection.Name] = PermissionReplies.Of(caller, collection, now);
        return Task.FromResult(reply);
    }

    public override async Task<GetItemPermissionsResponse> GetItemPermissions(GetItemPermissionsRequest request, ServerCallContext context)
    {
        var caller = User(context);
        var reply = new GetItemPermissionsResponse
        {
            Update = await MayAsync(AccessAction.Update),
            Delete = await MayAsync(AccessAction.Delete),
            Share = await MayAsync(AccessAction.Share),
        };
        if (request.Key.Length == 0 && !caller.Access.IsUnrestricted && caller.Schema.TryGetCollection(request.Collection, out var found)
            && found.Singleton)
            await TellFieldsAsync(caller, found, reply, context.CancellationToken);
        HttpCall.From(context)?.Data(json => PermissionReplies.Write(json, reply));
        return reply;

        Task<bool> MayAsync(AccessAction action) =>
            rights.MayAsync(caller, action, request.Collection, request.Key.Length == 0 ? null : request.Key, context.CancellationToken);
    }

    // A form for the one item asks with which fields it may be filled.
    private async Task TellFieldsAsync(Caller caller, Collection singleton, GetItemPermissionsResponse reply, CancellationToken cancellation)
    {
        if (await rights.SingletonWriteAsync(caller, singleton, cancellation) is not { } action) return;
        var permission = Permission.Of(caller, singleton, action, clock.GetUtcNow());
        reply.Update = true;
        reply.UpdateFields.AddRange(permission.Fields);
        reply.UpdatePresets = PermissionReplies.Presets(permission);
    }

    public override async Task<GetCurrentGlobalsResponse> GetCurrentGlobals(GetCurrentGlobalsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var reply = new GetCurrentGlobalsResponse { AppAccess = caller.Principal.App };
        if (caller.Principal.User is not null)
        {
            reply.AdminAccess = caller.Principal.Admin;
            reply.EnforceTfa = await globals.EnforceTfaAsync(caller, context.CancellationToken);
        }

        HttpCall.From(context)?.Data(json => PermissionReplies.Write(json, reply));
        return reply;
    }

    public override async Task<ListCurrentRolesResponse> ListCurrentRoles(ListCurrentRolesRequest request, ServerCallContext context)
    {
        var caller = User(context);
        var http = HttpCall.From(context);
        var query = http?.Query ?? QueryMessages.Parse(request.Query, limits.Value);
        using var sink = new MemorySink();
        await ReadRolesAsync(caller, query with { Limit = query.Limit ?? -1 }, sink, context.CancellationToken);
        if (http is not null)
        {
            await http.DataAsync(answer =>
            {
                answer.Write(sink.Written.Span);
                return Task.FromResult(default(ItemCounts));
            });
            return new ListCurrentRolesResponse();
        }

        var reply = new ListCurrentRolesResponse();
        if (request.Encoding == Encoding.Json) reply.Json = ByteString.CopyFrom(sink.Written.Span);
        else StructJson.ToStructs(sink.Written.Span, reply.Roles);
        return reply;
    }

    private async Task ReadRolesAsync(Caller caller, ItemQuery query, MemorySink sink, CancellationToken cancellation)
    {
        var keys = caller.Principal.Roles.Select(role => JsonSerializer.SerializeToElement(role)).ToList();
        try
        {
            await reader.ReadAsync(caller, new ItemRead.List(SystemCollections.Roles, query, keys), sink, cancellation);
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            sink.Clear();
            using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
            PermissionReplies.WriteKeys(json, keys);
        }
    }

    private static Caller Known(ServerCallContext context)
    {
        var caller = context.GetCaller();
        return caller.Principal.IsPublic ? throw DirectusException.Forbidden() : caller;
    }
    // The receiver of a share has no account to ask this about.
    private static Caller User(ServerCallContext context)
    {
        var caller = context.GetCaller();
        return caller.Principal.User is null ? throw DirectusException.Forbidden() : caller;
    }
}
