using System.Globalization;

namespace Directus.Grpc.Client;

/// <summary>Primary key of an item: a number, a UUID or a text; each converts by itself.</summary>
public readonly struct ItemKey : IEquatable<ItemKey>
{
    private readonly string? text;

    private ItemKey(string text) => this.text = text;

    /// <summary>A number as a key.</summary>
    public static implicit operator ItemKey(int key) => new(key.ToString(CultureInfo.InvariantCulture));

    /// <summary>A large number as a key.</summary>
    public static implicit operator ItemKey(long key) => new(key.ToString(CultureInfo.InvariantCulture));

    /// <summary>A UUID as a key.</summary>
    public static implicit operator ItemKey(Guid key) => new(key.ToString());

    /// <summary>A text as a key.</summary>
    public static implicit operator ItemKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(key);
    }

    /// <summary>Tells whether two keys are the same text.</summary>
    public static bool operator ==(ItemKey left, ItemKey right) => left.Equals(right);

    /// <summary>Tells whether two keys differ.</summary>
    public static bool operator !=(ItemKey left, ItemKey right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ItemKey other) => ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ItemKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The key as it travels.</summary>
    public override string ToString() => text ?? "";
}
