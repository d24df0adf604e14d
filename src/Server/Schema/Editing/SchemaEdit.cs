using System.Data.Common;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Introspection;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Runs a change of the schema: one editor at a time, tables and settings in one transaction, then the schema is read again.</summary>
internal sealed class SchemaEdit(Database database, SchemaReader reader, SchemaStore store, ChangeFeed changes)
{
    /// <summary>Does the work for an administrator and answers the schema after it.</summary>
    public async Task<DatabaseSchema> RunAsync(Principal principal, Func<EditSession, Task> work, CancellationToken cancellation)
    {
        EditSession.RequireAdmin(principal);
        EditSession? edit = null;
        try
        {
            await database.AlterAsync(async session =>
            {
                // Another server may have changed the schema since: what counts is what the lock protects.
                var schema = await reader.ReadAsync(session, 0, cancellation);
                edit = new EditSession(session, reader, schema, cancellation);
                await work(edit);
                await changes.SendAsync(session, ChangeTopic.Schema, cancellation);
                return true;
            }, cancellation);
        }
        catch (Exception error) when (Refusal(error, edit) is { } refusal)
        {
            throw new DirectusException(refusal.Errors, error);
        }

        // It has happened; that the caller no longer waits is no reason to keep an outdated schema.
        await store.ReloadAsync(CancellationToken.None);
        return store.Current;
    }

    private DirectusException? Refusal(Exception error, EditSession? edit)
    {
        var violation = error switch
        {
            ViolationException found => found.Violation,
            DbException failure => database.Dialect.Recognize(failure),
            _ => null,
        };
        if (violation is not null) return Refusal(violation, edit?.Subject ?? default);
        return error is DbException refused && database.Dialect.RecognizeRefusedChange(refused) is { } reason
            ? DirectusException.InvalidPayload(reason)
            : null;
    }

    private static DirectusException Refusal(DatabaseViolation violation, (string? Collection, string? Field) subject)
    {
        var (table, column) = subject.Field is null ? (violation.Table, violation.Column) : subject;
        return violation.Kind switch
        {
            ViolationKind.Unique => SchemaRefusals.OfData(ErrorCodes.RecordNotUnique,
                $"Field \"{column}\" in collection \"{table}\" has values that are not unique.", table, column),
            ViolationKind.NotNull => SchemaRefusals.OfData(ErrorCodes.ContainsNullValues,
                $"Field \"{column}\" in collection \"{table}\" contains null values.", table, column),
            ViolationKind.ForeignKey => SchemaRefusals.ForeignKey(table ?? "", column ?? "", null),
            ViolationKind.TooLong => SchemaRefusals.OfData(ErrorCodes.ValueTooLong,
                $"A value for field \"{column}\" in collection \"{table}\" is too long.", table, column),
            ViolationKind.OutOfRange => SchemaRefusals.OfData(ErrorCodes.ValueOutOfRange,
                $"A value for field \"{column}\" in collection \"{table}\" is out of range.", table, column),
            _ => DirectusException.InvalidPayload("The existing values can't be converted to that type"),
        };
    }
}
