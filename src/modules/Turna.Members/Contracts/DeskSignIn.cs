using Turna.Design;
using Turna.Kernel;
using Turna.Members.SigningIn;

namespace Turna.Members.Contracts;

/// <summary>
/// Signing in without a browser, for a command on the machine of the data: the same checks, the same pace and the same leaves as the page.
/// </summary>
public sealed class DeskSignIn
{
    private static readonly string Address = Texts.Key("command line");

    private readonly SignIn signIn;
    private readonly SignOut signOut;

    internal DeskSignIn(SignIn signIn, SignOut signOut) => (this.signIn, this.signOut) = (signIn, signOut);

    /// <summary>Starts a session and returns what a browser would keep as its cookie.</summary>
    public async Task<Result<string>> SignInAsync(string name, string password, string code, CancellationToken cancel)
    {
        var started = await signIn.HandleAsync(new SignIn.Input(name, password, code), Address, Address, cancel);
        return started.Succeeded ? started.Value.Cookie : started.Error;
    }

    /// <summary>Ends the session.</summary>
    public Task<Result<Done>> SignOutAsync(string cookie, Actor actor, CancellationToken cancel) => signOut.HandleAsync(cookie, actor, cancel);
}
