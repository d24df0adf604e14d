using Directus.Grpc.Client.Tests.Fakes;

namespace Directus.Grpc.Client.Tests;

/// <summary>How a client keeps its session.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private FakeServer server = null!;
    private DirectusClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FakeState State => server.State;

    public async ValueTask InitializeAsync()
    {
        server = await FakeServer.StartAsync();
        client = server.Connect();
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Calls_carry_nothing_then_the_login_then_the_given_token_then_nothing()
    {
        await ReadAsync();
        await LoginAsync();
        await ReadAsync();
        client.UseToken("static");
        await ReadAsync();
        client.UseToken(null);
        await ReadAsync();

        Assert.Equal(["", "Bearer access-1", "Bearer static", ""], State.Authorizations);
    }

    [Fact]
    public async Task Wrong_password_is_refused_and_leaves_the_session_as_it_was()
    {
        client.UseToken("static");

        var error = await Assert.ThrowsAsync<DirectusException>(() => client.LoginAsync("a@b.c", "wrong", cancellation: Cancellation));
        await ReadAsync();

        Assert.Equal("INVALID_CREDENTIALS", error.Code);
        Assert.Equal(["Bearer static"], State.Authorizations);
    }

    [Fact]
    public async Task Token_is_renewed_shortly_before_it_expires()
    {
        await LoginAsync();
        State.Clock.Advance(FakeState.Life - TimeSpan.FromMinutes(1));
        await ReadAsync();
        State.Clock.Advance(TimeSpan.FromSeconds(31));
        await ReadAsync();

        Assert.Equal(["Bearer access-1", "Bearer access-2"], State.Authorizations);
        Assert.Equal(1, State.Refreshes);
    }

    [Fact]
    public async Task Token_that_the_server_finds_expired_is_renewed_and_the_call_repeated()
    {
        await LoginAsync();
        State.ExpireAccess();
        await ReadAsync();

        Assert.Equal(["Bearer access-1", "Bearer access-2"], State.Authorizations);
    }

    [Fact]
    public async Task Parallel_calls_share_one_refresh()
    {
        await LoginAsync();
        State.ExpireAccess();
        State.HoldRefresh = new();
        var calls = Enumerable.Range(0, 20).Select(_ => ReadAsync()).ToList();
        while (State.Authorizations.Count < 20) await Task.Delay(5, Cancellation);
        State.HoldRefresh.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(1, State.Refreshes);
        Assert.Equal(20, State.Authorizations.Count(header => header == "Bearer access-2"));
    }

    [Fact]
    public async Task Caller_who_gives_up_does_not_fail_the_others()
    {
        await LoginAsync();
        State.ExpireAccess();
        State.HoldRefresh = new();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var given = client.Items("a").ToListAsync(impatient.Token);
        while (State.Refreshes == 0) await Task.Delay(5, Cancellation);
        var patient = ReadAsync();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        State.HoldRefresh.SetResult();
        await patient;

        Assert.Equal(1, State.Refreshes);
    }

    [Fact]
    public async Task Refused_refresh_is_told_and_not_asked_again()
    {
        await LoginAsync();
        State.EndSessions();
        State.ExpireAccess();

        var first = await Assert.ThrowsAsync<DirectusException>(ReadAsync);
        var second = await Assert.ThrowsAsync<DirectusException>(ReadAsync);

        Assert.Equal(("INVALID_CREDENTIALS", "TOKEN_EXPIRED"), (first.Code, second.Code));
        Assert.Equal(1, State.Refreshes);
    }

    [Fact]
    public async Task Refresh_without_an_answer_is_unavailable_and_may_be_tried_again()
    {
        await LoginAsync();
        State.ExpireAccess();
        State.HoldRefresh = new();
        var call = ReadAsync();
        while (State.Refreshes == 0) await Task.Delay(5, Cancellation);

        State.Clock.Advance(TimeSpan.FromSeconds(31));
        var error = await Assert.ThrowsAsync<DirectusException>(() => call);
        Assert.Equal("SERVICE_UNAVAILABLE", error.Code);

        State.HoldRefresh = null;
        await ReadAsync();
        Assert.Equal(2, State.Refreshes);
    }

    [Fact]
    public async Task Logout_ends_the_session_once()
    {
        await LoginAsync();
        await client.LogoutAsync(Cancellation);
        await client.LogoutAsync(Cancellation);
        await ReadAsync();

        Assert.Equal(1, State.Logouts);
        Assert.Equal([""], State.Authorizations);
    }

    [Fact]
    public async Task Logout_during_a_refresh_ends_the_new_session()
    {
        await LoginAsync();
        State.ExpireAccess();
        State.HoldRefresh = new();
        var call = ReadAsync();
        while (State.Refreshes == 0) await Task.Delay(5, Cancellation);
        var logout = client.LogoutAsync(Cancellation);
        State.HoldRefresh.SetResult();
        await Task.WhenAll(call, logout);

        var late = await Assert.ThrowsAnyAsync<Exception>(() => State.RefreshAsync("refresh-2"));
        Assert.Contains("INVALID_CREDENTIALS", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receiver_of_a_share_is_a_client_of_its_own()
    {
        await LoginAsync();
        await using var receiver = await client.Shares.AuthenticateAsync("some-id", cancellation: Cancellation);
        await receiver.Items("a").ToListAsync(Cancellation);
        await ReadAsync();

        Assert.Equal(["Bearer access-2", "Bearer access-1"], State.Authorizations);
    }

    private Task LoginAsync() => client.LoginAsync("a@b.c", "right", cancellation: Cancellation);

    private Task ReadAsync() => client.Items("a").ToListAsync(Cancellation);
}
