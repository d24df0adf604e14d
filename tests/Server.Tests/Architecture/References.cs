using System.Reflection;
using System.Reflection.Emit;

namespace Directus.Grpc.Server.Tests.Architecture;

/// <summary>The types that a type names: in its declaration, its members and their compiled code.</summary>
internal static class References
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (var contract in type.GetInterfaces()) Add(found, contract);
        foreach (var field in type.GetFields(All)) Add(found, field.FieldType);
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            if (method is MethodInfo { ReturnType: var result }) Add(found, result);
            foreach (var parameter in method.GetParameters()) Add(found, parameter.ParameterType);
            AddBody(found, method);
        }

        return found;
    }

    private static void AddBody(HashSet<Type> found, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) return;
        foreach (var local in body.LocalVariables) Add(found, local.LocalType);
        var code = body.GetILAsByteArray()!;
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var operation = Next(code, ref at);
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                AddMember(found, method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments));
            at += Size(operation, code, at);
        }
    }

    private static OpCode Next(byte[] code, ref int at)
    {
        var value = code[at++];
        return value == 0xFE ? OpCodes[(short)(0xFE00 | code[at++])] : OpCodes[value];
    }

    private static int Size(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static void AddMember(HashSet<Type> found, MemberInfo? member)
    {
        Add(found, member as Type ?? member?.DeclaringType);
        if (member is FieldInfo field) Add(found, field.FieldType);
        if (member is not MethodBase method) return;
        if (method is MethodInfo { ReturnType: var result }) Add(found, result);
        if (method.IsGenericMethod) foreach (var argument in method.GetGenericArguments()) Add(found, argument);
        foreach (var parameter in method.GetParameters()) Add(found, parameter.ParameterType);
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        while (type?.HasElementType == true) type = type.GetElementType();
        if (type is null || type.IsGenericParameter) return;
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments()) if (argument != type) Add(found, argument);
            type = type.GetGenericTypeDefinition();
        }

        found.Add(type);
    }
}
