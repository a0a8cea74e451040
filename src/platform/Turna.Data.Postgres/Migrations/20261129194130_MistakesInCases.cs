using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MistakesInCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cases_mistake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @case = table.Column<Guid>(name: "case", type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_mistake", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_mistake_cases_case_case",
                        column: x => x.@case,
                        principalTable: "cases_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_mistake_case",
                table: "cases_mistake",
                column: "case");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases_mistake");
        }
    }
}
