using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>What is stored of a value: of passwords a hash, of other secrets a text that only this project can read.</summary>
public sealed class SecretFields(IPasswordHasher hasher, IValueCipher cipher)
{
    public object? Stored(Field field, object? value)
    {
        if (value is not string { Length: > 0 } text) return value;
        if (field.Has(FieldSpecials.Hash)) return hasher.Hash(text);
        return field.Has(FieldSpecials.Encrypt) ? cipher.Encrypt(text) : text;
    }
}
