using System.Reflection;
using System.Text.Json;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>The contract's calls by name, with requests as JSON.</summary>
internal static class Rpcs
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    public static IReadOnlyDictionary<string, MethodDescriptor> All { get; } = typeof(ItemsService).Assembly.GetTypes()
        .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)).OfType<ServiceDescriptor>()
        .SelectMany(service => service.Methods).ToDictionary(method => $"{method.Service.Name}/{method.Name}");

    /// <summary>Those whose REST route is no GET and no SEARCH: they may change something.</summary>
    public static IEnumerable<string> Writing => All.Where(method => Rules(method.Value).Any(rule =>
        rule.PatternCase is HttpRule.PatternOneofCase.Post or HttpRule.PatternOneofCase.Patch or HttpRule.PatternOneofCase.Put or HttpRule.PatternOneofCase.Delete))
        .Select(method => method.Key);

    /// <summary>The code of the refusal; null when the call was answered.</summary>
    public static async Task<string?> RefusalAsync(TestClient client, string name, object request)
    {
        var method = All[name];
        var message = JsonParser.Default.Parse(JsonSerializer.Serialize(request), method.InputType);
        var call = new Method<byte[], byte[]>(MethodType.Unary, method.Service.FullName, method.Name, Bytes, Bytes);
        try
        {
            await client.Rpc.AsyncUnaryCall(call, null, default, message.ToByteArray());
            return null;
        }
        catch (RpcException error)
        {
            return error.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? $"{error.StatusCode}";
        }
    }

    private static IEnumerable<HttpRule> Rules(MethodDescriptor method) =>
        method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is { } rule ? [rule, .. rule.AdditionalBindings] : [];
}
