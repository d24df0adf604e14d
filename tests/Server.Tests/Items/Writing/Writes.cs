using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Tests.Query;

namespace Directus.Grpc.Server.Tests.Items.Writing;

/// <summary>Writes to the <see cref="Library"/> before they reach a database, and their printed form.</summary>
internal static class Writes
{
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 8, 30, 0, TimeSpan.Zero);

    public static Caller Admin { get; } = new(new Principal { Admin = true }, Library.Schema, AccessRules.Unrestricted);

    /// <summary>Somebody who may do so with these fields, when they keep the rule.</summary>
    public static Caller May(AccessAction action, string collection, string fields, string? validation = null, string? presets = null) =>
        new(new Principal(), Library.Schema, AccessRules.Only(collection, action, [Library.May(fields) with
        {
            Validation = validation is null ? FilterNode.All : FilterParser.Parse(Json(validation)),
            Presets = presets is null ? ImmutableDictionary<string, JsonElement>.Empty
                : Json(presets).EnumerateObject().ToImmutableDictionary(preset => preset.Name, preset => preset.Value),
        }]));

    public static JsonElement Json(string text) => JsonElement.Parse(text);

    public static WriteTreeParser Parser(Caller? caller = null, int mostItems = 100) =>
        new(Library.Schema, new Server.Items.Writing.Presets(Library.Schema, caller ?? Admin, Now), mostItems);

    public static WriteTreeChecker Checker(Caller? caller = null) =>
        new(caller ?? Admin, new Server.Items.Writing.Presets(Library.Schema, caller ?? Admin, Now), Now,
            new SecretFields(new NoHasher(), new NoCipher()));

    public static WriteNode Create(string collection, string item, Caller? caller = null) =>
        Parser(caller).Create(Library.Schema[collection], Json(item));

    public static PlannedItem Planned(string collection, string item, Caller? caller = null) =>
        Checker(caller).Check(Create(collection, item, caller));

    public static PlannedItem PlannedUpdate(string collection, object key, string item) =>
        Checker().Check(Parser().Update(Library.Schema[collection], [key], Json(item)));

    /// <summary>`create articles(7) {author: ? authors(1); comments = create comments()}`: a question mark for an item of which the database
    /// says whether it is there, `=` for a whole list and `±` for changes of one.</summary>
    public static string Text(WriteNode node)
    {
        var nested = node.ToOne.Select(link => $"{link.Field.Name}: {Text(link.Target)}").Concat(node.ToMany.Select(Text)).ToList();
        var action = node.Action?.ToString().ToLowerInvariant() ?? "?";
        return $"{action} {node.Collection.Name}({string.Join(',', node.Keys)})" + (nested.Count == 0 ? "" : $" {{{string.Join("; ", nested)}}}");
    }

    private static string Text(ToManyWrite write)
    {
        var parts = write.Items.Select(Text).Concat(write.Linked.Select(key => $"link {key}")).Concat(write.Removed.Select(key => $"remove {key}"));
        return $"{write.Relation.OneField} {(write.IsWhole ? '=' : '±')} {string.Join(", ", parts)}".TrimEnd();
    }

    private sealed class NoHasher : IPasswordHasher
    {
        public string Decoy => throw new NotSupportedException();

        public string Hash(string password) => throw new NotSupportedException();

        public bool Verify(string hash, string password) => throw new NotSupportedException();

        public Task<string> HashAsync(string password, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> VerifyAsync(string hash, string password, CancellationToken cancellation) => throw new NotSupportedException();
    }

    private sealed class NoCipher : IValueCipher
    {
        public string Encrypt(string text) => throw new NotSupportedException();
    }
}
