using System.Reflection;

namespace Directus.Grpc.Client.Tests;

public sealed class PublicSurfaceTests
{
    /// <summary>The contract may be compiled anew, by another compiler, without a change to who uses the client.</summary>
    [Fact]
    public void No_public_member_speaks_of_protobuf_or_gRPC()
    {
        var own = typeof(DirectusClient).Assembly;
        var seen = own.GetExportedTypes()
            .SelectMany(type => type.GetMembers().SelectMany(Types).Append(type.BaseType)).OfType<Type>().SelectMany(Parts);

        var foreign = seen.Where(type => type.Assembly != own && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true);

        Assert.Equal(["IServiceCollection"], foreign.Select(type => type.Name).Distinct());
    }

    private static IEnumerable<Type?> Types(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericParameter: true } => [],
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };
}
