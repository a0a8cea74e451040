using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Turna.Kernel;
using Turna.Web.Proofs.Access;

namespace Turna.PageTests.Proofs;

/// <summary>The proof P4 at a small size on the real host, and the same proof seen to fail on endpoints that offend.</summary>
public sealed class Access_proof
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_asks_for_anything_is_answered_as_the_role_table_says()
    {
        var (proof, found) = await CaseAccessProof.RunAsync(each: 7, _ => { }, Cancel);

        found.ShouldBeEmpty(proof.Figures);
    }

    [Fact]
    public async Task An_endpoint_that_nobody_entered_or_that_declares_nothing_is_found()
    {
        var offence = new Offence("/offending", (endpoints, _) => endpoints.MapGet("/offending", () => "here"), []);

        var (proof, found) = await CaseAccessProof.RunAsync(each: 1, _ => { }, Cancel, offence);

        proof.Holds.ShouldBeFalse();
        found.Select(f => f.What).ShouldBe(["declares no permission", "is not in the role table's endpoints.csv"]);
    }

    [Fact]
    public async Task An_answer_with_a_sealed_text_and_no_leaf_is_found()
    {
        var found = await OffendAsync((subject, _) => Results.Text(subject?.Secrets[1].Text));

        found.ShouldContain(f => f.Member == "caseworker" && f.What == "shows 'identity' of a standard person without a leaf that was durable before");
    }

    [Fact]
    public async Task An_answer_to_somebody_who_may_not_is_found()
    {
        var found = await OffendAsync((subject, _) => Results.Text(subject?.Secrets[1].Text));

        found.ShouldContain(f => f.Member == "analyst" && f.What == "is not permitted but was answered 200");
        found.ShouldContain(f => f.Member == "elsewhere" && f.Subject == "a restricted person" && f.What.StartsWith("shows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_title_that_names_somebody_is_found()
    {
        var found = await OffendAsync((subject, _) => Results.Content($"<title>{subject?.Secrets[1].Text}</title>", "text/html"));

        found.ShouldContain(f => f.What == "shows 'identity' of a standard person in its title");
    }

    [Fact]
    public async Task A_refusal_that_differs_from_what_is_missing_is_found()
    {
        var found = await OffendAsync((subject, visitor) => subject is null || visitor.Actor.Has(Role.Analyst)
            ? Results.Text("You may not open this record.", statusCode: StatusCodes.Status404NotFound)
            : Results.Text("here"));

        found.ShouldContain(f => f.Member == "analyst" && f.What == "is refused, but not as what is missing");
    }

    private static async Task<IReadOnlyList<Unexpected>> OffendAsync(Func<ProofSubject?, Visitor, IResult> answer)
    {
        const string Route = "/offending/{id:guid}";
        var offence = new Offence(
            "/offending",
            (endpoints, subjects) => endpoints.MapGet(Route, (Guid id, Visitor visitor) => answer(subjects().FirstOrDefault(s => s.Id == id), visitor))
                .WithMetadata(new OpenToMembersAttribute("It offends.")),
            [new EndpointRule("GET", Route, string.Empty, "identity", "person", false, string.Empty)]);
        return (await CaseAccessProof.RunAsync(each: 1, _ => { }, Cancel, offence)).Found;
    }
}
