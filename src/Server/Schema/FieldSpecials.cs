namespace Directus.Grpc.Server.Schema;

/// <summary>The entries of a field's `special` that change what the engine does.</summary>
[Flags]
public enum FieldSpecials
{
    None = 0,
    Uuid = 1 << 0,
    DateCreated = 1 << 1,
    DateUpdated = 1 << 2,
    UserCreated = 1 << 3,
    UserUpdated = 1 << 4,
    RoleCreated = 1 << 5,
    RoleUpdated = 1 << 6,
    CastJson = 1 << 7,
    CastCsv = 1 << 8,
    CastBoolean = 1 << 9,
    CastTimestamp = 1 << 10,
    CastDateTime = 1 << 11,
    Hash = 1 << 12,
    Conceal = 1 << 13,
    Encrypt = 1 << 14,
    NoData = 1 << 15,
    M2O = 1 << 16,
    O2M = 1 << 17,
    M2M = 1 << 18,
    M2A = 1 << 19,
    File = 1 << 20,
    Files = 1 << 21,
    Translations = 1 << 22,

    /// <summary>Values are masked in every answer.</summary>
    Masked = Hash | Conceal | Encrypt,
}
