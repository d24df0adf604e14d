using System.Buffers.Text;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Values;

namespace Directus.Grpc.Server.Edges.LegacyV11.Accounts;

/// <summary>The numbers of groups: 1 is the administrators', 0 the public; all others are those of their uuids.</summary>
internal static class GroupKey
{
    public const string Administrators = "1";
    public const string Public = "0";

    private const long First = 1;

    public static ValueForm Form(Caller caller) => ValueForms.Alias with
    {
        Out = (value, json) => Write(value, json, caller.AdminRole),
        Test = (source, test) => UuidAlias.Test(source, Resolve(test, caller.AdminRole)),
    };

    /// <summary>The number of a role.</summary>
    public static long Of(Guid role, Guid? administrators) => role == administrators ? First : UuidAlias.Of(role);

    private static void Write(ReadOnlySpan<byte> value, Utf8JsonWriter json, Guid? administrators)
    {
        if (!RawJson.IsNull(value) && Utf8Parser.TryParse(RawJson.Inner(value), out Guid role, out _))
            json.WriteNumberValue(Of(role, administrators));
        else json.WriteNullValue();
    }

    private static LegacyTest Resolve(LegacyTest test, Guid? administrators) => administrators is not { } role ? test : test with
    {
        Values = [.. test.Values.Select(value => value == Administrators ? role.ToString() : value)],
    };
}
