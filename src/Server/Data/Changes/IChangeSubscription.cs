namespace Directus.Grpc.Server.Data.Changes;

/// <summary>Hears what other servers change.</summary>
public interface IChangeSubscription : IAsyncDisposable
{
    /// <summary>Waits for changes and answers what they are about, each topic once. Fails when the connection is lost, and
    /// with it perhaps some changes.</summary>
    Task<IReadOnlySet<ChangeTopic>> NextAsync(CancellationToken cancellation);
}
