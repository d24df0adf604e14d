namespace Directus.Grpc.Server.Kernel;

/// <summary>Encrypts what `encrypt` fields hold, in the form that Directus stores, so that either server may have written it.</summary>
public interface IValueCipher
{
    string Encrypt(string text);
}
