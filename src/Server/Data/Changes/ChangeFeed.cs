namespace Directus.Grpc.Server.Data.Changes;

/// <summary>How servers on one database hear of each other's changes.</summary>
public abstract class ChangeFeed
{
    /// <summary>Tells the other servers, when the session's transaction is committed.</summary>
    public abstract Task SendAsync(DbSession session, ChangeTopic topic, CancellationToken cancellation);

    /// <summary>Begins to listen. What others commit from now on will be heard.</summary>
    public abstract Task<IChangeSubscription> SubscribeAsync(CancellationToken cancellation);
}
