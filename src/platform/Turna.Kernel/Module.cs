using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Turna.Kernel;

/// <summary>
/// A room of the house: the one public type of a module besides its Contracts. The host finds all by reflection.
/// </summary>
public abstract class Module
{
    /// <summary>One word, lower case: prefix of its permissions, acts and tables.</summary>
    public abstract string Name { get; }

    public virtual IReadOnlyList<Permission> Permissions => [];

    public virtual IReadOnlyList<Act> Acts => [];

    /// <summary>Entries of the main navigation, shown to those who hold the permission.</summary>
    public virtual IReadOnlyList<NavigationEntry> Navigation => [];

    /// <summary>Where the search box of the header posts its field <c>Query</c> to. At most one module says so.</summary>
    public virtual NavigationEntry? Search => null;

    /// <summary>Where the key <c>c</c> leads: the page on which a contact is written down. At most one module says so.</summary>
    public virtual NavigationEntry? QuickEntry => null;

    public virtual void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Endpoints that are not Razor Pages. Each must declare its permission.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}

/// <summary>An entry of the main navigation. <paramref name="Text"/> is an English key; <paramref name="Order"/> sorts from left to right.</summary>
public sealed record NavigationEntry(string Text, string Href, Permission Permission, int Order);

/// <summary>Declares the permission a page or endpoint needs. A test lists every endpoint and fails on an undeclared one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string permission) : Attribute
{
    /// <summary>Name of a permission that one of the modules declares.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Declares that anyone may come here without signing in: sign-in itself, help, health.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}

/// <summary>Declares that every signed-in member may come here, whatever her roles: her own account.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToMembersAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}

/// <summary>Marks the page on which a member who has none yet sets up her authenticator: the only one open to her until then.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenWithoutAuthenticatorAttribute : Attribute;

/// <summary>Marks a page whose form takes a secret, such as a password: what stood in it is never kept when the session ends.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverKeptAttribute : Attribute;

/// <summary>
/// Counts what is due for a member behind a link of the header. The count stands beside the navigation entry of the same address; where
/// there is no such entry the link itself appears while something is due.
/// </summary>
public interface IDue
{
    /// <summary>The link: its text is an English key.</summary>
    (string Text, string Href) Link { get; }

    Task<int> CountAsync(Actor actor, CancellationToken cancel);
}
